"""The words a user sees, one catalogue a language, shared by Python and the browser."""
