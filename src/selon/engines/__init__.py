"""Ways of running the same stages over many articles."""
