"""While another dltui indexes, a command answers from what is there and says so."""

from dltui.cli.opening import open_library
from dltui.library.catalogue.lock import WriterLock


def test_a_command_beside_an_indexer_uses_what_it_has_read(run_dltui, tmp_path):
    library = tmp_path / "library"
    library.mkdir()
    (library / "a.md").write_text("# Alpha\n\nNeedles.\n", "utf-8")
    assert run_dltui("index", str(library)).returncode == 0
    (library / "b.md").write_text("# Beta\n\nMore needles.\n", "utf-8")
    opened = open_library(str(library))
    assert opened.cache is not None
    with WriterLock(opened.cache):
        done = run_dltui("search", "needles", "--library", str(library))
    assert done.returncode == 0
    assert "a.md" in done.stdout
    assert "nother dltui" in done.stderr
    assert "Traceback" not in done.stderr
