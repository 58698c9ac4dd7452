"""A terminal explorer for libraries of articles made from videos."""

__version__ = "0.1.0"
