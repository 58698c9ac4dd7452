"""Text becomes blocks: the dialect of the articles, parsed with markdown-it.

Imports only model and errors; the only folder that knows markdown_it.
"""
