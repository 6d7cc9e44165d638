"""One SQLite file that knows what exists, what each output showed, and what is stale.

It can always be thrown away: everything in it comes from the content.
"""
