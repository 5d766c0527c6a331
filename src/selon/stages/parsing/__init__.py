"""Helpers of the parser."""
