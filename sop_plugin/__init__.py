"""Standard operating procedures as typed sources, checked and published with MkDocs."""

__version__ = "0.1.0"
