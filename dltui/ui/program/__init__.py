"""What is there whichever screen is shown: the way from a key to its action, help, palette, and how a URL leaves.

Imports `parts`, `keys`, `terminal`, and the messages of hits and moments.
"""
