"""From bytes to the model, with the place of everything. The only room that knows YAML and Markdown parsers."""
