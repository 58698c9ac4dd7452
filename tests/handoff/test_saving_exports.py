from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dltui.handoff.export.formats import ExportFormat
from dltui.handoff.export.saving import save_export
from dltui.handoff.refusal import Refusal


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    library, folder = tmp_path / "library", tmp_path / "made" / "exports"
    places = [save_export(text, folder, "a talk", ExportFormat.CSV, library) for text in ("1", "2", "3")]
    assert [Path(str(place)).name for place in places] == ["a_talk.csv", "a_talk_2.csv", "a_talk_3.csv"]
    assert [Path(str(place)).read_text() for place in places] == ["1", "2", "3"]


def test_nothing_is_written_into_the_library(tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(tmp_path)
    for folder in (tmp_path, tmp_path / "exports", tmp_path / "way" / "exports", tmp_path / "a" / ".." / "b"):
        answer = save_export("x", folder, "a", ExportFormat.JSON, tmp_path)
        assert isinstance(answer, Refusal)
        assert "nothing is written there" in answer.message
    assert [place.name for place in tmp_path.iterdir()] == ["way"]


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("", "utf-8")
    answer = save_export("x", tmp_path / "exports", "a", ExportFormat.JSON, tmp_path / "library")
    assert isinstance(answer, Refusal)
    assert answer.message.startswith("Nothing can be written to the folder for exports: ")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_name_stays_a_name_in_that_folder(tmp_path: Path, name: str) -> None:
    place = save_export("x", tmp_path / "exports", name, ExportFormat.EDL, tmp_path / "library")
    assert isinstance(place, Path)
    assert place.parent == tmp_path / "exports"
    assert place.suffix == ".edl"
