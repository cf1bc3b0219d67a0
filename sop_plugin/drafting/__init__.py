"""Drafts of translations that a program can make, for somebody to read and confirm."""
