"""Files of other programs to the model: one format, one reader."""
