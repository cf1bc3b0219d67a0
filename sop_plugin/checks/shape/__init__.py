"""Rules about the shape of a front matter."""
