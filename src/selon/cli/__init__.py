"""The command line. A command is one file with one function; ``main.COMMANDS`` names it."""
