"""The pages on which assignments are made and taken."""
