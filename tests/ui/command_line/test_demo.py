"""demo: the sample campaign and its papers in one folder, and what happens the second time."""

import re
import shutil
from pathlib import Path

import pytest

from tests.ui.command_line.conftest import refused
from tests.ui.command_line.test_papers import text_of
from ui.command_line import demo


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "contoh"


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


def the_circular(folder: Path) -> Path:
    """The circular addressed to all, not the copies for each office."""
    return next(path for path in folder.glob("Surat Edaran*") if "per OPD" not in path.name)


def test_the_demo_makes_the_register_and_its_papers_and_lists_them(say, folder):
    said = say("demo", "--folder", folder)

    assert said.code == 0
    made = files(folder)
    for name in (
        "Surat Edaran",
        "Daftar Hadir",
        "Laporan Pendampingan",
        "Berita Acara",
        "Papan Cakupan",
    ):
        assert any(one.startswith(name) and one.endswith(".pdf") for one in made)
    assert {one for one in made if one.endswith((".xlsx", ".censusdesk"))} == {
        "Tabel OPD.xlsx",
        "kudus-2020.censusdesk",
    }
    assert set(re.findall(r"^ +\d+ KB  (.+)$", said.out, re.MULTILINE)) == made


def test_the_papers_of_the_demo_say_what_they_promise(say, folder):
    say("demo", "--folder", folder)

    circular = text_of(the_circular(folder))
    assert all(fact in circular for fact in ("7.140", "27 persen", "857.415"))
    meeting = text_of(next(folder.glob("Daftar Hadir 2020-02-13*.pdf")))
    assert "Pendopo" in meeting


def test_progress_is_told_line_by_line_when_nobody_looks(say, folder):
    said = say("demo", "--folder", folder)

    steps = [line.split(" ", 1)[0] for line in said.err.splitlines()]
    assert steps == [f"{place}/{len(steps)}" for place in range(1, len(steps) + 1)]


def test_a_second_demo_keeps_what_was_changed_and_renews_the_papers(say, folder):
    say("demo", "--folder", folder)
    register = folder / "kudus-2020.censusdesk"
    say("edit", register, "opd", "Diskominfo", "asn_count=41")
    before = files(folder)
    the_circular(folder).write_bytes(b"rusak")

    said = say("demo", "--folder", folder)

    assert said.code == 0
    assert files(folder) == before
    assert "7.141" in text_of(the_circular(folder))


def test_a_demo_made_again_sets_the_old_register_aside(say, folder, monkeypatch):
    monkeypatch.setattr(demo, "demo_jobs", lambda register: iter(()))
    say("demo", "--folder", folder)
    register = folder / "kudus-2020.censusdesk"
    say("edit", register, "opd", "Diskominfo", "asn_count=41")

    for number in (1, 2):
        assert say("demo", "--folder", folder, "--again").code == 0
        assert (folder / f"kudus-2020.lama-{number}.censusdesk").exists()

    assert "41" not in say("list", register, "opd", "--filter", "Diskominfo").lines[2].split()
    old = folder / "kudus-2020.lama-1.censusdesk"
    assert "41" in say("list", old, "opd", "--filter", "Diskominfo").lines[2].split()


def test_a_demo_stopped_half_way_leaves_no_half_made_register(say, folder, monkeypatch):
    def stopped(path: Path, **_more: object) -> object:
        path.write_bytes(b"setengah jadi")
        raise KeyboardInterrupt

    monkeypatch.setattr("census_desk.sample.create", stopped)

    assert say("demo", "--folder", folder).code == 1
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_a_file_is_told(say, folder):
    folder.write_text("berkas", encoding="utf-8")

    refused(say("demo", "--folder", folder))


def test_the_demo_goes_into_the_folder_one_stands_in_unless_told(say, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(demo, "demo_jobs", lambda register: iter(()))

    assert say("demo").code == 0
    assert (tmp_path / "census-desk-demo" / "kudus-2020.censusdesk").exists()
    shutil.rmtree(tmp_path / "census-desk-demo")


@pytest.mark.parametrize(
    ("started", "told"),
    [("/usr/bin/census-desk", "census-desk"), ("census_desk/__main__.py", "python3 run.py")],
)
def test_the_next_step_is_the_command_the_person_has(say, folder, monkeypatch, started, told):
    monkeypatch.setattr("sys.argv", [started, "demo"])
    monkeypatch.setattr(demo, "demo_jobs", lambda register: iter(()))

    said = say("demo", "--folder", folder)

    assert said.lines[-1].endswith(f": {told} {folder / 'kudus-2020.censusdesk'}")
