"""Files become articles and a catalogue: folders, front matter, readings, links, themes.

Imports markdown, model and errors; the only folder that knows YAML, and the one that keeps the catalogue in SQLite.
"""
