"""Pure functions on text. They know nothing of the site."""
