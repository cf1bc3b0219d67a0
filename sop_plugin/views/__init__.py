"""What the model looks like as HTML."""
