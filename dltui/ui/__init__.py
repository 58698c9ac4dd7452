"""Lines become a screen and keys become actions, with Textual.

Imports everything below; nothing below imports it. Services come through constructors.
"""
