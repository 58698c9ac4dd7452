"""TeX formulas laid out on rows: fractions, limits, matrices and cases.

Imports the trees of formulas from markdown, and `text` to measure.
"""
