"""What goes to the terminal and comes from it: only what changed is sent, and mere motion of the mouse isn't heard.

Imports nothing else of the interface.
"""
