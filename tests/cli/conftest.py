"""The command line run in this process, on a small library of its own: a tenth of what a process of its own costs."""

import json
import sys
from dataclasses import dataclass

import pytest

from dltui.cli import opening
from dltui.cli.main import run

VIDEO = "F1ka6a13S9I"
DASHED = "-dashed-id_"

_NETS = f"""---
title: Neural nets
videoId: {VIDEO}
aliases: [Networks]
tags: [basics]
---

From: [[lectures]] <br/>

# Neural nets

A net learns weights <a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>. See [[dropout | Dropout]] and [[deep nets]].

## What it costs

Much is spent on training <a class="yt-timestamp" data-t="09:10:57">[09:10:57]</a>, see [the site](https://example.org/a).

> [!tip]- A hint
> Keep it small <a class="yt-timestamp" data-t="00:03:00">[00:03:00]</a>.

| Layer | Size |
|:------|-----:|
| in    | 784  |
| out   | 10   |

```python
net = 1
run(net)
```

$$
y = w x
$$

With $x^2$ and ![a plot](plot.png) <a class="yt-timestamp" data-t="N/A">[N/A]</a>.
"""
_DROPOUT = f"""---
title: Dropout
videoId: {VIDEO}
---

From: [[lectures]] <br/>

Units are left out at random <a class="yt-timestamp" data-t="00:02:00">[00:02:00]</a>. It helps [[neural_nets#what-it-costs|nets]].
"""
_PAGE = f"""# Lectures

### [Nuts and bolts](https://www.youtube.com/watch?v={VIDEO})

- [[neural_nets | Nets]]
- [[dropout | Dropout]]
"""
_TALK = f"""---
title: A talk
videoId: {DASHED}
---

Said at <a class="yt-timestamp" data-t="00:00:10">[00:00:10]</a> about evaluation. The words [[dropout]] recur.
"""

FILES = {
    "lectures/neural_nets.md": _NETS,
    "lectures/dropout.md": _DROPOUT,
    "lectures/lectures.md": _PAGE,
    "talks/a_talk.md": _TALK,
    "index.md": "# Start\n\nNothing but words about evaluation.\n",
}


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """The one JSON object it printed."""
        return json.loads(self.out)

    @property
    def rows(self):
        """Its lines, split at tabs."""
        return [line.split("\t") for line in self.out.splitlines()]


@pytest.fixture
def library(tmp_path):
    """A folder with a few articles of two videos."""
    root = tmp_path / "library"
    for path, text in FILES.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return root


@pytest.fixture
def dltui(library, monkeypatch, capsys):
    """Run a command on the library; `dltui.at(folder, …)` takes another one."""
    catalogues = []
    make = opening.Catalogue

    def remembered(folder):
        catalogues.append(make(folder))
        return catalogues[-1]

    monkeypatch.setattr(opening, "Catalogue", remembered)

    def at(folder, *arguments):
        monkeypatch.setenv("DLTUI_LIBRARY", str(folder))
        capsys.readouterr()
        try:
            code = run(list(map(str, arguments)))
        except SystemExit as end:  # argparse's help
            code = end.code
        captured = capsys.readouterr()
        return Done(int(code or 0), captured.out, captured.err)

    def here(*arguments):
        return at(library, *arguments)

    here.at = at
    yield here
    for catalogue in catalogues:
        catalogue.close()


@pytest.fixture
def as_person(monkeypatch):
    """Standard output is a terminal with colours, or is said to be one."""
    monkeypatch.setenv("TERM", "xterm-256color")

    def look():
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)

    return look
