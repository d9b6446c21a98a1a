"""A new register of any kabupaten or kota of the country."""

import base64

import pytest

from census_desk.errors import InvalidRecord
from census_desk.identity import Ids
from census_desk.letters.classification import Family
from census_desk.letters.letter import LetterBook
from census_desk.people import LetterheadKind, OfficeKind
from census_desk.places import UnknownPlace, districts
from census_desk.register import Register
from census_desk.setting_up import set_up

PATI, SEMARANG_CITY = "33.18", "33.74"


@pytest.fixture
def register():
    with Register.in_memory() as register:
        yield register


def fill(register, code=PATI, office="Sekretariat Daerah", emblem=""):
    ids = Ids()
    return set_up(register, regency_code=code, office_name=office, emblem=emblem, new_id=ids)


def lines(register, kind):
    return [one.office_lines[0] for one in register.letterheads.all() if one.kind is kind]


def test_the_desk_knows_its_regency_and_province(register):
    desk = fill(register)

    assert (desk.regency_name, desk.place, desk.province_name) == (
        "Kabupaten Pati",
        "Pati",
        "Jawa Tengah",
    )


def test_every_kecamatan_is_an_office_with_its_camat(register):
    fill(register)

    made = [one for one in register.offices.all() if one.kind is OfficeKind.DISTRICT]

    assert [one.area_code for one in made] == [one.code for one in districts(PATI)]
    assert {one.head_title for one in made} == {"Camat"}


def test_a_desa_is_no_office_and_a_kelurahan_is_one(register):
    fill(register)

    made = [one for one in register.offices.all() if one.kind is OfficeKind.KELURAHAN]

    assert made
    assert all(one.area_code.split(".")[3].startswith("1") for one in made)


@pytest.mark.parametrize(
    ("code", "head", "government"),
    [
        (PATI, "BUPATI PATI", "PEMERINTAH KABUPATEN PATI"),
        (SEMARANG_CITY, "WALI KOTA SEMARANG", "PEMERINTAH KOTA SEMARANG"),
    ],
)
def test_the_letterheads_speak_of_a_kabupaten_or_of_a_kota(register, code, head, government):
    fill(register, code=code)

    regional = [o for o in register.letterheads.all() if o.kind is LetterheadKind.REGIONAL]

    assert lines(register, LetterheadKind.REGENT) == [head]
    assert [one.government_line for one in regional] == [government]


def test_another_office_gets_a_letterhead_of_its_own(register):
    fill(register, office="Dinas Kependudukan dan Pencatatan Sipil")

    assert lines(register, LetterheadKind.REGIONAL) == [
        "SEKRETARIAT DAERAH",
        "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
    ]


@pytest.mark.parametrize("office", ["Sekretariat Daerah Kabupaten Pati", "BPS Kabupaten Pati"])
def test_the_setda_and_bps_have_theirs_already(register, office):
    fill(register, office=office)

    assert lines(register, LetterheadKind.REGIONAL) == ["SEKRETARIAT DAERAH"]


def test_the_regional_emblem_goes_on_the_regional_letterhead_only(register):
    fill(register, emblem=base64.b64encode(b"png").decode())

    picture = register.pictures.all()[0]
    assert {one.kind: one.emblem_id for one in register.letterheads.all()} == {
        LetterheadKind.REGENT: "",
        LetterheadKind.REGIONAL: picture.id,
        LetterheadKind.BPS: "",
    }


def test_setting_up_is_one_step_that_stays(register):
    before = register.rev

    fill(register)

    assert register.rev == before + 1
    assert register.undoable() is None


def test_an_unknown_place_leaves_the_register_empty(register):
    with pytest.raises(UnknownPlace):
        fill(register, code="99.99")

    assert register.desks.count() == 0


def test_an_office_without_a_name_is_refused_beside_its_field(register):
    with pytest.raises(InvalidRecord) as refused:
        fill(register, office="  ")

    assert set(refused.value.problems) == {"office_name"}
    assert register.offices.count() == 0


def test_a_new_register_can_number_letters_at_once(register):
    fill(register)

    assert {book.key for book in register.books.all()} > {book.value for book in LetterBook}
    assert next(one for one in register.books.all() if one.key == "BPS").work_unit == "33180"
    assert {one.family for one in register.classifications.all()} == set(Family)
