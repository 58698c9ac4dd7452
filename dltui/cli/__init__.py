"""Arguments become a command: the services are put together here, and exit codes are decided here alone.

Imports everything; the interface is imported only when it is opened.
"""
