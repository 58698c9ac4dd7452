"""A URL leaves the program: browser, clipboard, QR code, player; and moments leave as files.

Turns a URL or a moment into an Outcome, into bytes for the terminal, or into text to save. Imports model and
errors; the only folder that starts a browser or a player. Nothing here writes to the terminal by itself.
"""
