"""What articles tell of each other's dates."""
