"""The one import of Whoosh's parts, with its SyntaxWarnings kept off the screen."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    from whoosh import analysis, fields, index, query, scoring
    from whoosh.index import EmptyIndexError, LockError

__all__ = ["EmptyIndexError", "LockError", "analysis", "fields", "index", "query", "scoring"]
