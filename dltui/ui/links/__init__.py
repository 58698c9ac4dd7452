"""What an article is linked with: the links beside the text, and the neighbourhood one can walk through.

Imports `parts` and `keys`.
"""
