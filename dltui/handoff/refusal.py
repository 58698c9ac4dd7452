"""Why something is not done, in a sentence for the reader."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was asked for is not done. `message` is one sentence, without markup, safe to draw."""

    message: str
