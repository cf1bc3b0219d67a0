"""Read, check, render: the one way from a content folder to diagnostics and pages."""
