"""The model as files of other systems, one format a file."""
