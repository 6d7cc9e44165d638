"""What the newsroom sees of its own site, and readers never do."""
