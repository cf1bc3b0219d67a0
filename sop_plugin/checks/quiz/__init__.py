"""Rules about quizzes."""
