"""A URL leaves the program: browser, clipboard, QR code, player.

Imports model and errors; the only folder that starts a browser or a player.
"""
