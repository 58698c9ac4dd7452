"""`python -m dltui`, and the `dltui` command."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    from dltui.cli.main import run  # noqa: PLC0415 -- nothing is imported before it is needed

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
