"""The one way to write a front matter: from what an author wrote to the same in the house's form."""
