"""Blocks become boxes: roles, marks, link states and formulas are decided here, but no width is known yet."""
