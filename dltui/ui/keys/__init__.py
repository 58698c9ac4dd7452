"""Every key in one table, and sequences of keys.

Imports nothing else of the interface.
"""
