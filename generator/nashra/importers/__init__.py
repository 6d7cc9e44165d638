"""Foreign text to Markdown files that writers own from then on; nothing here knows the site."""
