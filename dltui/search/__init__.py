"""Passages become hits: the index, the query language, snippets.

Writing goes from `prepare` (any process) through `writer` and `store` to `codec` and what it writes with. A search goes
from `index` through `parser`, `resolve` and `plan` to `matching`, `ranking` and `answers`.

Imports model and errors; the only folder that knows Whoosh, whose words don't leave it.
"""
