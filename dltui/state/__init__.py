"""What the reader left behind: theme, places, settings of the session.

Imports model and errors; keeps them in SQLite.
"""
