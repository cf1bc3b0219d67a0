"""What an editor asks about a text: what may be written here, what this means, where that is, how to rename it."""
