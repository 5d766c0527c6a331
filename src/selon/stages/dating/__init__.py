"""When an article was published, from its own words."""
