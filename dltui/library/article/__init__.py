"""A file becomes an article: its texts in order, its moments with their sentences, its passages.

Imports markdown, model and the library's `times`, `frontmatter`, `source` and names; no catalogue.
"""
