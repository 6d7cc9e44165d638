"""A view and a template to bytes."""
