"""Rules about the file and its YAML."""
