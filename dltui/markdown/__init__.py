"""Text becomes blocks: the dialect of the articles, parsed with markdown-it.

A file's text goes through `source` (clean characters), `head` (what stands around the body), `cut` (pieces that can be
parsed alone), `facts` (what is true of the whole) and becomes a `document`. Its chunks are parsed when they're looked
at: `blocks` cuts lines, `inlines` cuts the text within them, `stamps` knows every form of a timestamp. `plain` guesses
the structure of text that isn't Markdown; `tex` tells what a formula says.

Imports only model and errors, and unicodeit for formulas; the only folder that knows markdown_it.
"""
