"""Who did what on which version: result files into a database, and what it says."""
