"""What the browser is given: style sheets, and scripts with the words they say."""
