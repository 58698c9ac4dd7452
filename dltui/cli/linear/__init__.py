"""An article as linear text, for pipes, screen readers and braille: nothing is told by place, frame or colour alone.

Imports markdown's walk, render's wrapping and model.
"""
