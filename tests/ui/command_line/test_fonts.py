"""Fonts of the office on the command line: added, changed, used by a layout, refused in words."""

import pytest

from census_desk.register import Register
from tests.census_desk.font_samples import BOOKMAN_BOLD, a_font_file
from tests.ui.command_line.conftest import id_told, refused


@pytest.fixture
def files(tmp_path):
    """Regular and bold, as files."""
    for name in ("DeskBonum-Regular.ttf", BOOKMAN_BOLD):
        (tmp_path / name).write_bytes(a_font_file(name))
    return tmp_path / "DeskBonum-Regular.ttf", tmp_path / BOOKMAN_BOLD


def test_a_font_is_added_with_its_faces_and_says_what_stands_in(sample_file, say, files):
    regular, bold = files

    said = say("fonts", "add", sample_file, regular, "--bold", bold, "--name", "Bookman")

    assert said.code == 0
    assert "miring, tebal miring: dicetak dengan huruf biasa" in said.out
    listed = say("fonts", "list", sample_file).out
    assert "Bookman" in listed and BOOKMAN_BOLD in listed


def test_a_face_is_set_and_taken_off(sample_file, say, files):
    regular, bold = files
    say("fonts", "add", sample_file, regular, "--name", "Bookman")

    assert say("fonts", "face", sample_file, "bookman", "bold", bold).code == 0
    assert BOOKMAN_BOLD in say("fonts", "list", sample_file).out
    assert say("fonts", "face", sample_file, "bookman", "bold").code == 0
    assert BOOKMAN_BOLD not in say("fonts", "list", sample_file).out


def test_a_layout_in_a_font_of_the_office_travels_with_it(sample_file, say, files, tmp_path):
    say("fonts", "add", sample_file, files[0], "--name", "Bookman")
    layout = id_told(say("profiles", "copy", sample_file, "permendagri-1-2023", "Perbup"))
    edited = say("edit", sample_file, "profiles", layout, "body_font=Bookman")
    assert edited.code == 0, edited
    path = tmp_path / "perbup.profil.json"
    assert say("profiles", "export", sample_file, "Perbup", path).code == 0

    taken = id_told(say("profiles", "import", sample_file, path))

    with Register.open(sample_file, actor="uji", read_only=True) as register:
        assert register.profiles.get(taken).body_font == register.fonts.all()[0].id
        assert register.fonts.count() == 1
    assert "Perbup" in refused(say("fonts", "delete", sample_file, "Bookman"))


def test_a_font_is_deleted(sample_file, say, files):
    say("fonts", "add", sample_file, files[0], "--name", "Bookman")

    assert say("fonts", "delete", sample_file, "Bookman").code == 0
    assert "fonts list" in refused(say("fonts", "delete", sample_file, "Bookman"))


def test_a_file_that_is_no_font_is_refused_in_one_sentence(sample_file, say, tmp_path):
    path = tmp_path / "surat.ttf"
    path.write_bytes(b"%PDF-1.7")

    assert "surat.ttf" in refused(say("fonts", "add", sample_file, path))
    with Register.open(sample_file, actor="uji", read_only=True) as register:
        assert register.fonts.count() == 0


def test_two_fonts_that_begin_alike_are_told_apart(sample_file, say, files):
    for name in ("Buku A", "Buku B"):
        say("fonts", "add", sample_file, files[0], "--name", name)

    assert "Buku A" in refused(say("fonts", "delete", sample_file, "buku"))
