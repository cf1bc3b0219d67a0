"""Quizzes on pages: complete HTML, and the data by which a script asks and scores."""
