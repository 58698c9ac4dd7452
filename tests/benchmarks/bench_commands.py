"""What the commands cost, from the start of the process to its end, beside what importing Whoosh alone costs.

    python tests/benchmarks/bench_commands.py LIBRARY [-r ROUNDS]

The library is indexed first, in XDG_CACHE_HOME if that is set, else in a folder that is removed afterwards. Each round
runs everything once, so that a busy moment hits all of them; the medians are compared. `search --json` is to take at
most three times the bare import.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_TOP = Path(__file__).resolve().parents[2]
_BARE = "python -c 'import whoosh.index, whoosh.qparser'"
_MOST = 3.0


def _commands(library, article):
    program = [sys.executable, "-m", "dltui"]
    where = ["--library", str(library)]
    return {
        _BARE: [sys.executable, "-W", "ignore", "-c", "import whoosh.index, whoosh.qparser"],
        "python -c pass": [sys.executable, "-c", "pass"],
        "dltui --version": [*program, "--version"],
        "dltui search --json": [*program, "search", "neural networks", "--json", *where],
        "dltui search --json (typo)": [*program, "search", "nueral netwroks", "--json", *where],
        "dltui show --json": [*program, "show", article, "--json", *where],
        "dltui show --plain": [*program, "show", article, "--plain", *where],
        "dltui moments --json": [*program, "moments", article, "--json", *where],
        "dltui links --json": [*program, "links", article, "--json", *where],
    }


def _seconds(command, environment):
    """Wall time and processor time of one run."""
    before = os.times()
    started = time.perf_counter()
    subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    wall = time.perf_counter() - started
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, spent


def _measure(library, rounds, environment):
    environment = {**environment, "PYTHONPATH": str(_TOP), "PYTHONWARNINGS": "ignore"}
    index = [sys.executable, "-m", "dltui", "index", str(library)]
    subprocess.run(index, env=environment, check=True)
    article = next(path for path in sorted(Path(library).rglob("*.md")) if path.stat().st_size > 5000)
    commands = _commands(library, str(article))
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(_seconds(command, environment))
    _print(times)


def _print(times):
    walls = {name: statistics.median(wall for wall, _ in runs) for name, runs in times.items()}
    spent = {name: statistics.median(cpu for _, cpu in runs) for name, runs in times.items()}
    print(f"{'':<52}{'wall ms':>9}{'x bare':>8}{'cpu ms':>9}{'x bare':>8}")
    for name in times:
        wall, cpu = walls[name] / walls[_BARE], spent[name] / spent[_BARE]
        print(f"{name:<52}{walls[name] * 1000:>9.0f}{wall:>8.2f}{spent[name] * 1000:>9.0f}{cpu:>8.2f}")
    ratio = walls["dltui search --json"] / walls[_BARE]
    print(f"search --json takes {ratio:.2f} times the bare import; {_MOST:.0f} are allowed")


def main():
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("library", type=Path)
    parser.add_argument("-r", "--rounds", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        own = {} if os.environ.get("XDG_CACHE_HOME") else {"XDG_CACHE_HOME": home}
        _measure(arguments.library.resolve(), arguments.rounds, {**os.environ, **own})


if __name__ == "__main__":
    main()
