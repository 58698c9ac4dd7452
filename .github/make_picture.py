"""Make the README's picture from the real program: `python .github/make_picture.py`."""

import asyncio
import os
import tempfile
from pathlib import Path

_TOP = Path(__file__).resolve().parents[1]
_PICTURE = _TOP / ".github" / "dltui.svg"
_KEYS = ("s", *"attention", "wait", "down", "down")


async def _draw() -> str:
    from dltui.cli.arguments import main_parser
    from dltui.cli.ensure_index import catalogued
    from dltui.cli.opening import open_library
    from dltui.cli.reader import services_for
    from dltui.ui.app import DltuiApp

    arguments = main_parser().parse_args(["--article", "transformers"])
    opened = catalogued(open_library(str(_TOP / "content")))
    app = DltuiApp(services_for(opened, arguments))
    async with app.run_test(size=(120, 36)) as pilot:
        for key in _KEYS:
            if key == "wait":
                await pilot.pause(0.8)
            else:
                await pilot.press("space" if key == " " else key)
        await pilot.pause(0.3)
        return app.export_screenshot(title="dltui")


def main() -> None:
    """Draw, in a home of its own, so that nobody's settings show."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = home
        _PICTURE.write_text(asyncio.run(_draw()), "utf-8")


if __name__ == "__main__":
    main()
