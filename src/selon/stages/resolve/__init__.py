"""Ways of counting: from the words of a time expression to its TIMEX3 value."""
