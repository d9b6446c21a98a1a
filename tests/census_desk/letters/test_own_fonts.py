"""Fonts of the office: kept once, used by layouts, told when they are gone, frozen by digest."""

import json
from dataclasses import replace

import pytest

from census_desk.editing import add, change, delete
from census_desk.errors import InvalidRecord
from census_desk.intake.font_files import UnusableFont
from census_desk.intake.table import UnreadableFile
from census_desk.letters.archive import verify
from census_desk.letters.checker.check import check
from census_desk.letters.checker.facts import check_facts
from census_desk.letters.issuing import issue
from census_desk.letters.office_font import FACES, missing_faces
from census_desk.letters.one_file import import_profile, profile_file
from census_desk.letters.own_fonts import (
    FontGone,
    FontInUse,
    add_font,
    delete_font,
    frozen_fonts,
    printed_profile,
    set_face,
)
from census_desk.letters.own_profiles import copy_profile
from census_desk.register import Register
from tests.census_desk.builders import DAY
from tests.census_desk.font_samples import ARIAL, BOOKMAN_BOLD, a_font_file, a_read_font, every_sign
from tests.census_desk.letters.conftest import drawn

OLD = "permendagri-54-2009"


@pytest.fixture
def register(house):
    return house.register


def bookman(register, *faces):
    read = {"regular": a_read_font(), "bold": a_read_font(BOOKMAN_BOLD)}
    return add_font(register, {face: read[face] for face in ("regular", *faces)})


def layout_in(register, font, **fields):
    own = copy_profile(register, OLD, name="Perbup")
    return change(register, replace(own, **({"body_font": font.id} | fields)))


def test_a_family_bears_its_own_name_and_never_that_of_another(register):
    names = [bookman(register).name for _ in range(2)]

    assert names == ["Desk Bonum (2)", "Desk Bonum (3)"]  # the desk brings one of that name
    assert add_font(register, {"regular": a_read_font()}, name=" Buku ").name == "Buku"


def test_a_file_is_kept_once_however_many_families_use_it(register):
    bookman(register, "bold")
    bookman(register)

    assert register.font_files.count() == 2


def test_a_face_without_a_file_is_printed_in_the_regular_one(register):
    font = bookman(register)
    layout = layout_in(register, font)

    assert missing_faces(font) == FACES[1:]
    assert printed_profile(register, layout.id, DAY).body_font.faces == (a_font_file(),) * 4


def test_a_face_is_set_and_taken_away_again(register):
    font = bookman(register)

    set_face(register, font.id, "bold", a_read_font(BOOKMAN_BOLD))
    assert missing_faces(register.fonts.get(font.id)) == ("italic", "bold_italic")
    set_face(register, font.id, "bold", None)

    assert missing_faces(register.fonts.get(font.id)) == FACES[1:]
    assert register.font_files.count() == 1
    with pytest.raises(InvalidRecord):
        set_face(register, font.id, "regular", None)


def test_the_name_of_a_carried_font_follows_its_files(register):
    font = bookman(register)
    layout = layout_in(register, font)
    before = printed_profile(register, layout.id, DAY).body_font

    assert printed_profile(register, layout.id, DAY).body_font == before
    set_face(register, font.id, "regular", a_read_font(ARIAL))
    assert printed_profile(register, layout.id, DAY).body_font != before


def test_shipped_fonts_pass_as_they_are(register):
    layout = printed_profile(register, OLD, DAY)

    assert type(layout.body_font) is str


@pytest.mark.parametrize("remove", [delete_font, lambda r, i: delete(r, "fonts", i)])
def test_a_font_a_layout_names_is_not_deleted(register, remove):
    font = bookman(register)
    layout = layout_in(register, font)

    with pytest.raises(FontInUse, match="Perbup"):
        remove(register, font.id)
    delete(register, "profiles", layout.id)
    remove(register, font.id)

    assert register.fonts.all() == ()
    assert register.font_files.all() == ()


def test_a_layout_is_not_saved_in_a_font_that_is_gone(register):
    own = copy_profile(register, OLD, name="Perbup")

    with pytest.raises(InvalidRecord) as told:
        change(register, replace(own, kop_font=register.ids()))

    assert list(told.value.problems) == ["kop_font"]


def test_a_font_that_is_gone_is_told_and_found_by_the_checker(house, register):
    font = bookman(register)
    layout = layout_in(register, font)
    letter = house.draft(profile=layout.id)
    register.fonts.remove(font.id)

    with pytest.raises(FontGone, match="Perbup"):
        printed_profile(register, layout.id, DAY)
    found = check(check_facts(register, letter, on=DAY), letter)
    assert [one.field for one in found if "huruf kantor" in one.sentence] == ["profile"]


@pytest.mark.parametrize("content", ["AAAA", "bukan base64"])
def test_a_file_that_is_not_whole_is_told(register, content):
    font = bookman(register)
    layout = layout_in(register, font)
    file = register.font_files.get(font.regular_id)
    register.font_files.replace(replace(file, content=content))

    with pytest.raises(FontGone, match=r"Desk Bonum \(2\)"):
        printed_profile(register, layout.id, DAY)


def test_an_issued_paper_keeps_the_digests_of_its_fonts(house, register):
    font = bookman(register, "bold")
    layout = layout_in(register, font)
    letter = house.draft(profile=layout.id)

    paper = issue(register, letter.id, on=DAY, draw=drawn)

    assert [(one.family, one.face) for one in paper.fonts] == [
        ("Desk Bonum (2)", "regular"),
        ("Desk Bonum (2)", "bold"),
    ]
    assert paper.fonts[0].sha256 == a_read_font().sha256
    told = verify(register, paper.code).sentence
    assert f"Huruf kantor: Desk Bonum (2) biasa ({paper.fonts[0].sha256[:8]}), " in told
    assert issue(register, house.draft().id, on=DAY, draw=drawn).fonts == ()


def test_a_layout_travels_with_its_fonts(register, tmp_path):
    font = bookman(register, "bold")
    layout = layout_in(register, font, kop_font=font.id)
    path = tmp_path / "perbup.profil.json"
    path.write_bytes(profile_file(register, layout.id))

    with Register.in_memory() as other:
        for _ in range(2):  # the second brings no file twice
            taken = import_profile(other, path, every_sign)

        assert taken.body_font == taken.kop_font == other.fonts.all()[0].id
        assert taken.circular_font == layout.circular_font
        assert other.fonts.count() == 1
        assert [one.sha256 for one in frozen_fonts(other, taken)] == [
            one.sha256 for one in frozen_fonts(register, layout)
        ]
        assert printed_profile(other, taken.id, DAY).body_font == (
            printed_profile(register, layout.id, DAY).body_font
        )


def spoilt(document, how):
    font = document["fonts"]["huruf kantor 1"]
    regular = font["regular"]
    return {
        "no fonts": document | {"fonts": {}},
        "a list": document | {"fonts": []},
        "no regular": document | {"fonts": {"huruf kantor 1": {"name": "x"}}},
        "another key": document | {"fonts": {"huruf kantor 1": font | {"light": regular}}},
        "no name": document | {"fonts": {"huruf kantor 1": font | {"name": 3}}},
        "no content": document
        | {"fonts": {"huruf kantor 1": font | {"regular": {"file": "x", "content": 1}}}},
        "half a face": document | {"fonts": {"huruf kantor 1": font | {"regular": {}}}},
        "no base64": document
        | {"fonts": {"huruf kantor 1": font | {"regular": regular | {"content": "é"}}}},
        "endless": document
        | {"fonts": {"huruf kantor 1": font | {"regular": regular | {"content": "A" * 5_000_000}}}},
        "an id": document | {"body_font": "0SCB4B87WVPV8"},
    }[how]


@pytest.mark.parametrize(
    "how",
    [
        *("no fonts", "a list", "no regular", "another key", "no name"),
        *("no content", "half a face", "no base64", "endless", "an id"),
    ],
)
def test_a_layout_whose_fonts_are_not_whole_is_refused(register, tmp_path, how):
    layout = layout_in(register, bookman(register))
    path = tmp_path / "perbup.profil.json"
    document = json.loads(profile_file(register, layout.id))
    path.write_text(json.dumps(spoilt(document, how)), encoding="utf-8")

    with Register.in_memory() as other:
        with pytest.raises(UnreadableFile, match="huruf"):
            import_profile(other, path, every_sign)
        assert other.fonts.all() == other.profiles.all() == ()


def test_a_font_in_a_file_is_checked_like_any_other(register, tmp_path):
    layout = layout_in(register, bookman(register))
    path = tmp_path / "perbup.profil.json"
    path.write_bytes(profile_file(register, layout.id))

    with Register.in_memory() as other:
        with pytest.raises(UnusableFont):
            import_profile(other, path, lambda data: frozenset())
        assert other.fonts.all() == ()


def test_a_layout_whose_font_is_gone_is_not_written_to_a_file(register):
    font = bookman(register)
    layout = layout_in(register, font)
    register.font_files.remove(font.regular_id)

    with pytest.raises(FontGone):
        profile_file(register, layout.id)


def test_a_font_is_a_record_like_others(register):
    font = bookman(register)

    renamed = change(register, replace(font, name="Bookman Old Style"))

    assert register.fonts.get(font.id) == renamed
    with pytest.raises(InvalidRecord):
        add(register, replace(font, id=register.ids(), regular_id=register.ids()))
