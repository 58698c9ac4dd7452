"""Completion scripts for shells, made from the table of arguments.

Imports the command line's surface.
"""
