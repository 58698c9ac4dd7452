"""The search bar and what it finds: the session of a search, hits as rows, notes on the query.

Imports `parts` and `keys`.
"""
