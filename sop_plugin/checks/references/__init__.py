"""Rules about what a file points at."""
