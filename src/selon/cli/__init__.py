"""The command line. A command is one file with one function; ``main.COMMANDS`` names it."""

INTERRUPTED = 130
"""The exit code of a run that a person stopped."""
