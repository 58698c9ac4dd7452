"""Files that aren't Markdown become articles: plain text and HTML to blocks, and blocks to Markdown.

Imports markdown, library's readers of files, handoff's reading of video URLs, and model; HTML is taken apart by the
standard library.
"""
