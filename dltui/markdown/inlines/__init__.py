"""The text of a paragraph, heading or cell becomes inlines: one pass over it, one rule per construct.

A rule is tried where its first character stands; it adds pieces to the `Scan` and answers with the offset behind what
it took, or with 0. No rule parses its own inside again, so the time is linear in the text; what nests (emphasis,
links, HTML tags) is resolved afterwards on the list of pieces.
"""
