"""Rules about what the house asks beyond the language, and about exceptions made from it."""
