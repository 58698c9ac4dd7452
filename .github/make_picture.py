"""Make the README's picture from the real program: `python .github/make_picture.py`."""

import asyncio
import os
import re
import tempfile
from functools import partial
from pathlib import Path

_TOP = Path(__file__).resolve().parents[1]
_PICTURE = _TOP / ".github" / "dltui.svg"
_QUERY = "attention"
_SECONDS_TO_FIND = 1.5


async def _draw() -> str:
    from dltui.cli.arguments import main_parser
    from dltui.cli.ensure_index import catalogued
    from dltui.cli.opening import open_library
    from dltui.cli.places import theme_folders
    from dltui.cli.reader import services_for
    from dltui.library.themes import Themes
    from dltui.ui.app import DltuiApp

    content = str(_TOP / "content")
    catalogued(open_library(content))
    themes = Themes(theme_folders(), None)
    arguments = main_parser().parse_args([content, "--article", "transformers"])
    app = DltuiApp(partial(services_for, arguments, themes), themes.get("harbour-night"))
    async with app.run_test(size=(120, 38)) as pilot:
        await pilot.pause(0.5)
        await pilot.press("s", *_QUERY)
        await pilot.pause(_SECONDS_TO_FIND)
        await pilot.press("down", "down")
        await pilot.pause(0.5)
        return _alone(app.export_screenshot(title="dltui"))


def _alone(picture: str) -> str:
    """The picture without what it would fetch: fonts from elsewhere."""
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    picture = re.sub(r"<!--.*?-->\s*", "", picture, flags=re.DOTALL)
    return picture.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas, monospace")


def main() -> None:
    """Draw, in a home of its own, so that nobody's settings show."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = home
        _PICTURE.write_text(asyncio.run(_draw()), "utf-8")


if __name__ == "__main__":
    main()
