"""Rules about translations."""
