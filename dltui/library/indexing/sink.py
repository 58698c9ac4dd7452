"""What the indexer asks of the index."""

from collections.abc import Mapping
from typing import Any, Protocol


class Sink(Protocol):
    """Who takes the passages: the index."""

    @property
    def fingerprints(self) -> Mapping[str, str]:
        """What is committed: each article's path with the fingerprint it was put with."""

    def put(self, prepared: Any) -> None:
        """Put an article's passages in place of those that were there."""

    def delete(self, path: str) -> None:
        """Drop an article's passages."""

    def commit(self) -> None:
        """Make what was put visible, and safe from a kill."""
