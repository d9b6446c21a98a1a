"""The closed list of fields a letter quotes."""

from datetime import date

import pytest

from census_desk.letters.fields import (
    FIELD_NAMES,
    CampaignFacts,
    addressee,
    field_values,
    filled,
    unknown_fields,
    used_fields,
)
from census_desk.programme import CountedUnit, PhaseKind
from tests.census_desk.builders import (
    DAY,
    a_denominator,
    a_desk,
    a_phase,
    a_programme,
    a_staffing_plan,
    a_target,
    an_office,
)

LATER = date(2020, 3, 26)


def facts(**fields: object) -> CampaignFacts:
    nothing = {
        "desk": a_desk(),
        "programme": None,
        "phases": (),
        "targets": (),
        "denominators": (),
        "staffing": (),
        "offices": (),
    }
    return CampaignFacts(**(nothing | fields))


def a_campaign() -> CampaignFacts:
    return facts(
        desk=a_desk(province_name="Jawa Tengah"),
        programme=a_programme(),
        phases=(
            a_phase(id="1", starts_on=date(2020, 2, 15), ends_on=date(2020, 3, 31)),
            a_phase(id="2", known_from=LATER, ends_on=date(2020, 5, 29)),
            a_phase(
                id="3",
                kind=PhaseKind.FIELD,
                starts_on=date(2020, 7, 1),
                ends_on=date(2020, 7, 31),
            ),
        ),
        targets=(a_target(),),
        denominators=(
            a_denominator(total=857_415),
            a_denominator(id="k", total=275_115, unit=CountedUnit.HOUSEHOLDS),
        ),
        staffing=(a_staffing_plan(enumerator_count=890, team_leader_count=300),),
        offices=(an_office(asn_count=7_000), an_office(id="p", asn_count=140)),
    )


def test_every_field_has_its_value_when_the_register_knows_the_campaign():
    office = an_office(asn_count=140, head_title="Kepala Dinas")

    values = field_values(a_campaign(), on=DAY, letter_number="470/120", office=office)

    assert values.keys() == FIELD_NAMES.keys()


def test_the_figures_are_written_as_paper_writes_them():
    values = field_values(a_campaign(), on=DAY)

    assert values["jumlah_asn"] == "7.140"
    assert values["jumlah_penduduk"] == "857.415"
    assert (values["target_persen"], values["target_jiwa"]) == ("27", "231.502")
    assert values["daring_mulai"] == "15 Februari 2020"
    assert values["jumlah_petugas"] == "890"


def test_a_letter_quotes_what_was_known_on_its_day():
    assert field_values(a_campaign(), on=DAY)["daring_selesai"] == "31 Maret 2020"
    assert field_values(a_campaign(), on=LATER)["daring_selesai"] == "29 Mei 2020"


def test_what_the_register_lacks_is_left_out():
    values = field_values(facts(), on=DAY)

    assert set(values) == {"kabupaten", "tempat", "tanggal_surat", "jumlah_asn", "jumlah_opd"}


def test_a_target_without_denominator_gives_no_count():
    values = field_values(facts(targets=(a_target(),)), on=DAY)

    assert values["target_persen"] == "27"
    assert "target_jiwa" not in values


@pytest.mark.parametrize(
    ("head_title", "name", "told"),
    [
        ("", "Dinas Kesehatan", "Dinas Kesehatan"),
        ("Kepala Dinas", "Dinas Kesehatan", "Kepala Dinas Kesehatan"),
        ("Camat", "Kecamatan Jati", "Camat Jati"),
        ("Lurah", "Kelurahan Panjunan", "Lurah Panjunan"),
        ("Sekretaris Daerah", "Sekretariat Daerah", "Sekretaris Daerah"),
        ("Inspektur", "Inspektorat Daerah", "Inspektur"),
        ("Direktur", "RSUD dr. Contoh", "Direktur RSUD dr. Contoh"),
        ("Dinas", "Dinas Kesehatan", "Dinas Dinas Kesehatan"),
    ],
)
def test_the_post_is_addressed_as_letters_write_it(head_title, name, told):
    assert addressee(an_office(head_title=head_title, name=name)) == told


def test_fields_are_named_in_order_and_once():
    assert used_fields("{opd} {kepala} {opd} {x.__class__}") == ["opd", "kepala", "x.__class__"]


def test_a_name_outside_the_list_is_told():
    assert unknown_fields("{opd} {rahasia} {0} {}") == ["rahasia"]


def test_a_known_field_is_replaced():
    assert filled("Untuk {opd}.", {"opd": "Dinkes"}) == ("Untuk Dinkes.", [])


def test_a_field_without_value_prints_an_ellipsis_and_is_told_once():
    assert filled("{opd} dan {opd}", {}) == ("… dan …", ["opd"])


@pytest.mark.parametrize("text", ["{rahasia}", "{opd.__class__}", "{0}", "{{opd}", "{opd!r}"])
def test_nothing_else_in_braces_is_evaluated(text):
    replaced, missing = filled(text, {"opd": "X", "rahasia": "Y"})

    assert replaced == text.replace("{opd}", "X")
    assert missing == []


def test_a_value_is_never_looked_up_again():
    assert filled("{opd}", {"opd": "{kepala}", "kepala": "K"}) == ("{kepala}", [])
