"""selon: who said what, when, according to whom; every line tied to the characters it came from."""

__version__ = "0.1.0"
