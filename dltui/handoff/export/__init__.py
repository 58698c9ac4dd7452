"""Moments as files for other programs: citations to Markdown, CSV, JSON, playlists and chapters.

Every writer is a pure function from citations to text. Imports handoff's citations, model and errors.
"""
