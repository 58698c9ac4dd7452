"""Lines become a screen and keys become actions, with Textual.

`app` shows `screen`, which puts the panes together: `tree`, `article`, `results`, `moments`, `links` and `problems`,
all made of `parts` and bound by the table in `keys`. `program` is what is there on every screen, `terminal` what goes
over the line.

Imports everything below; nothing below imports it. Services come through constructors.
"""
