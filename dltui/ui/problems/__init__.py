"""What is imperfect about the library, as a list whose rows lead to the articles and lines.

Imports `parts` and `keys`.
"""
