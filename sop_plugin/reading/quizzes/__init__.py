"""Reads the Markdown of a quiz: one heading a question."""
