"""What is known of every article, kept in SQLite: read by many programs at once, written by one.

Imports `article`, `linking` and `times`. It is a cache: whatever is wrong with it, it's made anew.
"""
