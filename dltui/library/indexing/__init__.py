"""Files become rows of the catalogue and passages of the index, in batches and on all cores.

Imports everything else of the library; nothing of it imports this.
"""
