"""What things are: the vocabulary of the program as plain, immutable data.

Nothing here reads a file, draws a cell or knows a third-party package; only the standard library and
`dltui.errors` may be imported.
"""
