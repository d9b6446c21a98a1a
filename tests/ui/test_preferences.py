"""The settings of one person on one computer."""

import json
from pathlib import Path

import pytest

from ui.preferences import RECENT_SHOWN, FilePreferences, usual_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "preferences.json"


def test_without_a_file_all_is_default(path):
    kept = FilePreferences(path)

    assert (kept.theme, kept.language, kept.font_size) == ("light", "id", 10)


def test_the_file_lies_in_the_folder_of_the_person(own_folders):
    assert own_folders in usual_path().parents


def test_what_is_set_is_there_at_the_next_start(path):
    FilePreferences(path).set("theme", "dark")

    assert FilePreferences(path).theme == "dark"


def test_none_forgets_a_value(path):
    kept = FilePreferences(path)
    kept.set("draft.letters.new", {"subject": "x"})
    kept.set("draft.letters.new", None)

    assert json.loads(path.read_text("utf-8")) == {}


def test_keys_of_a_newer_version_stay(path):
    path.parent.mkdir()
    path.write_text('{"map.zoom": 7}', "utf-8")

    FilePreferences(path).set("theme", "dark")

    assert json.loads(path.read_text("utf-8")) == {"map.zoom": 7, "theme": "dark"}


def test_two_windows_keep_each_others_settings(path):
    one, other = FilePreferences(path), FilePreferences(path)

    one.set("theme", "dark")
    other.set("font_size", 14)

    assert json.loads(path.read_text("utf-8")) == {"theme": "dark", "font_size": 14}


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", "\x00\x00"])
def test_a_file_that_cannot_be_read_is_no_reason_to_stop(path, text):
    path.parent.mkdir()
    path.write_text(text, "utf-8")

    assert FilePreferences(path).theme == "light"


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path):
    (tmp_path / "config").write_text("a file where the folder should be", "utf-8")
    kept = FilePreferences(tmp_path / "config" / "preferences.json")

    kept.set("theme", "dark")

    assert kept.theme == "dark"


def test_a_write_leaves_no_other_file_behind(path):
    FilePreferences(path).set("theme", "dark")

    assert [one.name for one in path.parent.iterdir()] == ["preferences.json"]


@pytest.mark.parametrize("size", [8, 17, "12", None, 10.5])
def test_a_font_size_out_of_range_is_the_usual_one(path, size):
    kept = FilePreferences(path)
    kept.set("font_size", size)

    assert kept.font_size == 10


@pytest.mark.parametrize(
    ("geometry", "seen"),
    [
        ("1180x700+40+30", True),
        ("1180x700+-100+30", True),
        ("1180x700-100+30", True),
        ("1180x700+1300+30", False),
        ("1180x700+40+-20", False),
        ("1180x700+40+760", False),
        ("1920x1000+0+0", False),
        ("wide", False),
        (7, False),
    ],
)
def test_a_window_that_would_not_be_seen_takes_its_usual_place(path, geometry, seen):
    kept = FilePreferences(path)
    kept.set("geometry", geometry)

    assert bool(kept.geometry(1366, 768)) is seen


def test_the_register_opened_last_stands_first_and_once(path):
    kept = FilePreferences(path)
    for name in ("a", "b", "a"):
        kept.remember_register(Path(name))

    assert kept.recent_registers == [Path("a"), Path("b")]


def test_recent_registers_are_few(path):
    kept = FilePreferences(path)
    for n in range(20):
        kept.remember_register(Path(str(n)))

    assert len(kept.recent_registers) == RECENT_SHOWN


def test_a_register_that_is_gone_is_forgotten(path):
    kept = FilePreferences(path)
    kept.remember_register(Path("a"))
    kept.forget_register(Path("a"))

    assert kept.recent_registers == []
