"""Plain text becomes blocks: a structure is inferred from numbers, capitals, short lines and empty lines.

It's a guess, and the document says so. Lines are told apart first (`lines`), then headings among them (`headings`,
`levels`), then what belongs to the page that the text was copied from (`folding`); `structure` makes the blocks.
"""
