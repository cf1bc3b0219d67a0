"""The language server: what an editor asks, in the words of the Language Server Protocol, answered by `editing`."""
