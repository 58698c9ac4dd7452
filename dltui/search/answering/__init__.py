"""A query's tree becomes hits: what matches, which of it is best, and what is shown of it, all against a deadline.

Imports `language` and `disk`.
"""
