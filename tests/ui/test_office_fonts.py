"""Papers set in fonts of the office: the file is what is printed, and a paper frozen stays so."""

import re
from dataclasses import replace

import pytest

from census_desk import editing, sample
from census_desk.identity import Ids
from census_desk.intake.font_files import font_of
from census_desk.letters.issuing import issue
from census_desk.letters.letter import LetterKind
from census_desk.letters.own_fonts import FontGone, add_font, set_face
from census_desk.letters.own_profiles import copy_profile
from census_desk.register import Register
from reports.errors import BrokenFont
from reports.fonts import signs_of
from tests.census_desk.builders import a_letter
from tests.census_desk.font_samples import (
    ARIAL,
    BOOKMAN_BOLD,
    a_font_file,
    a_read_font,
    patched,
    table_at,
    with_permission,
)
from tests.reports.papers import fonts_of, lines_of, pages_of
from tests.ui.fakes import FakeScreen, a_workplace
from tests.ui.test_papers import Watcher
from ui.papers import letter_copies_job, letter_draw, letter_job
from ui.papers.drawn import drawn_facts
from ui.presenters.fonts import FontsPresenter

BODY = "Kudus **tebal** dan *miring* dan biasa."


@pytest.fixture
def register():
    with Register.in_memory() as made:
        sample.build(made)
        yield made


def a_font(register, *faces):
    read = {"regular": a_read_font(signs=signs_of), "bold": a_read_font(BOOKMAN_BOLD, signs_of)}
    return add_font(register, {face: read[face] for face in ("regular", *faces)}, name="Bookman")


def a_letter_in(register, font, **fields):
    layout = copy_profile(register, "permendagri-54-2009", name="Perbup")
    own = {"body_font": font.id, "circular_font": font.id, "kop_font": font.id}
    layout = editing.change(register, replace(layout, **own))
    first = next(one for one in register.letters.all() if one.number)
    letter = a_letter(
        id=register.ids(),
        kind=LetterKind.OFFICIAL,
        profile=layout.id,
        letterhead_id=first.letterhead_id,
        signatory_id=first.signatory_id,
        recipients=("Kepala Dinas",),
        body=BODY,
        **fields,
    )
    return register.letters.add(letter)


def faces_in(pdf):
    """The embedded fonts by the names inside them, without the marks of subset and file."""
    assert all(fonts_of(pdf).values())
    return {re.sub(r"^\w+\+|-\w{9}$|0$", "", name.lstrip("/")) for name in fonts_of(pdf)}


def test_a_letter_is_printed_in_the_files_of_the_office(register):
    letter = a_letter_in(register, a_font(register, "bold"))

    pdf = letter_job(register, letter)().pdf

    assert {"DeskBonum-Regular", "DeskBonum-Bold"} <= faces_in(pdf)
    assert "Kudus tebal dan miring dan biasa." in lines_of(pdf)


def test_copies_for_many_are_printed_in_them_too(register):
    letter = a_letter_in(register, a_font(register))
    offices = tuple(one.id for one in register.offices.all()[:3])
    sent = replace(letter, office_ids=offices, recipients=())

    pdf = letter_copies_job(register, sent)(Watcher()).pdf

    assert len(pages_of(pdf)) == 3
    assert "DeskBonum-Regular" in faces_in(pdf)


def test_the_same_files_give_the_same_bytes(register):
    letter = a_letter_in(register, a_font(register, "bold"))

    assert letter_job(register, letter)().pdf == letter_job(register, letter)().pdf


def test_a_face_without_a_file_is_printed_in_the_regular_one(register):
    letter = a_letter_in(register, a_font(register))

    assert {one for one in faces_in(letter_job(register, letter)().pdf) if "Bonum" in one} == {
        "DeskBonum-Regular"
    }


def test_a_file_that_bears_the_name_of_another_is_kept_apart_from_it(register):
    """The archive mark is in the desk's own Arimo; the letter may be in another Arimo."""
    data = with_permission(a_font_file(ARIAL), 8)
    font = add_font(register, {"regular": font_of(data, "arial.ttf", signs_of)}, name="Arial")
    letter = a_letter_in(register, font, subject="Perihal")

    pdf = letter_draw(register)(replace(letter, number="005/1/2020"))

    both = [name for name in fonts_of(pdf) if "Arimo-Regular" in name]
    assert len(both) == len(set(both)) > 1
    assert "Kudus tebal dan miring dan biasa." in lines_of(pdf)


def test_a_frozen_paper_stays_the_same_when_the_font_changes_or_goes(register):
    font = a_font(register)
    letter = a_letter_in(register, font, subject="Perihal", classification="470")
    paper = issue(
        register, letter.id, on=letter.dated_on, draw=letter_draw(register), despite="uji"
    )
    frozen = letter_job(register, register.letters.get(letter.id))().pdf

    set_face(register, font.id, "regular", a_read_font(ARIAL, signs_of))
    assert letter_job(register, register.letters.get(letter.id))().pdf == frozen
    register.fonts.remove(font.id)
    assert letter_job(register, register.letters.get(letter.id))().pdf == frozen
    assert [one.face for one in paper.fonts] == ["regular"]


def test_a_letter_whose_font_is_gone_prints_nothing_and_says_so(register):
    font = a_font(register)
    letter = a_letter_in(register, font)
    register.fonts.remove(font.id)

    with pytest.raises(FontGone, match="Perbup"):
        letter_job(register, letter)
    assert drawn_facts(register, letter) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:2000],
        lambda data: patched(data, table_at(data, "head")[1] + 12, b"\0\0\0\0"),
        lambda data: patched(data, table_at(data, "hhea")[1] + 34, b"\0\0"),
    ],
)
def test_a_file_papers_cannot_embed_is_refused(spoil):
    with pytest.raises(BrokenFont):
        signs_of(spoil(a_font_file(ARIAL)))


@pytest.mark.parametrize("byte", [b"\0", b"\xff"])
def test_a_sign_without_a_picture_or_with_one_outside_the_file_is_none(byte):
    data = a_font_file()
    _entry, start, length = table_at(data, "loca")

    assert "A" in signs_of(data)
    assert "A" not in signs_of(patched(data, start, byte * length))


# Pengaturan, Huruf kantor


class ChoosingScreen(FakeScreen):
    """Files are chosen as the test set them."""

    open_path = None

    def choose_open_path(self, title, kinds, *, folder=None):
        return self.open_path


@pytest.fixture
def screen():
    return ChoosingScreen()


@pytest.fixture
def fonts(register, screen):
    return FontsPresenter(a_workplace(register, screen=screen, new_id=Ids()))


@pytest.fixture
def file_of(tmp_path):
    def written(name):
        path = tmp_path / name
        path.write_bytes(a_font_file(name))
        return path

    return written


def test_a_font_is_added_from_a_file_and_says_what_stands_in(fonts, screen, file_of):
    screen.open_path = file_of("DeskBonum-Regular.ttf")

    font = fonts.add()

    assert fonts.chosen == font
    assert "Belum ada berkas untuk tebal, miring, tebal miring" in screen.said[-1][1]
    assert [row.has_file for row in fonts.faces()] == [True, False, False, False]
    assert fonts.faces()[0].font == "Desk Bonum Regular"
    assert fonts.samples() == [a_font_file()] * 4
    assert "Belum dipakai" in fonts.words()


def test_a_face_is_chosen_and_taken_off(fonts, screen, file_of):
    screen.open_path = file_of("DeskBonum-Regular.ttf")
    fonts.add()
    screen.open_path = file_of(BOOKMAN_BOLD)

    fonts.change("bold")
    assert fonts.faces()[1].has_file
    fonts.take_off("bold")

    assert not fonts.faces()[1].has_file


def test_a_file_that_is_no_font_is_refused_in_words(fonts, screen, tmp_path):
    screen.open_path = tmp_path / "surat.ttf"
    screen.open_path.write_bytes(b"%PDF-1.7")

    assert fonts.add() is None
    assert screen.said[-1][0] == "error"
    assert "surat.ttf" in screen.said[-1][1]


def test_choosing_nothing_changes_nothing(fonts, register):
    rev = register.rev

    fonts.add()
    fonts.change("bold")
    fonts.take_off("bold")
    fonts.delete()

    assert register.rev == rev
    assert (fonts.faces(), fonts.samples(), fonts.words()) == ([], [], "")


def test_a_font_in_use_stays_and_names_its_layout(fonts, register, screen):
    font = a_font(register)
    a_letter_in(register, font)
    fonts.refresh()
    fonts.model.select(font.id)

    fonts.delete()

    assert "Perbup" in screen.said[-1][1]
    assert "Dipakai tata letak Perbup." in fonts.words()
    assert register.fonts.count() == 1


def test_a_font_no_layout_uses_goes(fonts, register):
    font = a_font(register)
    fonts.refresh()
    fonts.model.select(font.id)

    fonts.delete()

    assert register.fonts.count() == 0
    assert fonts.chosen is None
