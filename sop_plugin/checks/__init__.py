"""From the model to faults. One rule, one file; the file's name is the rule's."""
