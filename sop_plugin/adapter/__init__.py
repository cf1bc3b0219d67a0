"""The MkDocs plugin: hands the pages, the navigation and the search entries of the core to MkDocs and Material."""
