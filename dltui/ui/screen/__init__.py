"""The main screen: the panes put together, each base of `MainScreen` with one thing that happens between them.

Imports the panes; the application imports it.
"""
