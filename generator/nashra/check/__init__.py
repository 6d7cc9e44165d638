"""What is wrong with the content and its links, beyond what one file alone can tell."""
