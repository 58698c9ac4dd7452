"""Passages become hits: the index, the query language, snippets.

Writing goes on in `disk`: from `prepare` (any process) through `writer` and `store` to `codec` and what it writes with.
A search goes from `index` through `language` (a query's tree) to `answering` (what matches, ranked, with snippets).

Imports model and errors; the only folder that knows Whoosh, whose words don't leave it.
"""
