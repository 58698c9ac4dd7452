"""TeX formulas become Unicode text, where Unicode can show them. The symbols come from unicodeit, imported when needed."""
