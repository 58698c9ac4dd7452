"""Text in one piece with its roles, and where it is cut into rows; everything is measured in cells."""
