"""TeX formulas become Unicode text, where Unicode can show them.

Only this folder knows unicodeit, whose symbols it uses.
"""
