"""Boxes become rows at one width."""
