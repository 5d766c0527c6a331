"""One build: which articles need work, what is kept of it, which parts are made again."""
