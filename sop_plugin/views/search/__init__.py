"""The index in which the browser searches: a few small files for each question, however large the site."""
