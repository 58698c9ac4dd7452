"""Names become targets: the resolver's rules, backlinks, and what is closest to a name that nobody bears.

Imports `article` and names.
"""
