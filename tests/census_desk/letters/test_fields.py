"""The closed list of fields a letter quotes."""

from datetime import date, time

import pytest

from census_desk.letters.about import About
from census_desk.letters.fields import (
    FIELD_GROUPS,
    FIELD_NAMES,
    CampaignFacts,
    addressee,
    as_plain_text,
    field_values,
    filled,
    group_of,
    needed_by,
    unknown_fields,
    used_fields,
)
from census_desk.letters.letter import LetterKind
from census_desk.programme import CountedUnit, PhaseKind
from tests.census_desk.builders import (
    DAY,
    a_denominator,
    a_desk,
    a_numbered_letter,
    a_phase,
    a_programme,
    a_session,
    a_staffing_plan,
    a_target,
    a_visit,
    an_incoming,
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


def everything_named() -> About:
    return About(
        session=a_session(
            ends_at=time(11), facilitators=("Ayu", "Bima"), invited_count=40, attended_count=0
        ),
        visit=a_visit(starts_at=time(9), venue="Aula", officers=("Ayu",)),
        visited=an_office(),
        first=a_numbered_letter(),
        incoming=an_incoming(number="B-031/33190/2020"),
        due_on=date(2020, 2, 21),
    )


def about(**named: object) -> dict[str, str]:
    return field_values(a_campaign(), on=LATER, about=About(**named))


def test_every_field_has_its_value_when_the_register_knows_the_campaign():
    office = an_office(asn_count=140, head_title="Kepala Dinas")

    values = field_values(
        a_campaign(), on=DAY, letter_number="470/120", office=office, about=everything_named()
    )

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

    assert set(values) == {
        "kabupaten",
        "tempat",
        "tanggal_surat",
        "surat.tanggal",
        "surat.hari_tanggal",
        "jumlah_asn",
        "jumlah_opd",
    }


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


# what one letter is about


def test_an_invitation_says_its_session_as_paper_does():
    values = about(session=a_session(ends_at=None, facilitators=("Ayu", "Bima", "Candra")))

    assert values["sesi.hari_tanggal"] == "Kamis, 13 Februari 2020"
    assert values["sesi.waktu"] == "pukul 09.00 WIB s.d. selesai"
    assert values["sesi.narasumber"] == "Ayu, Bima, dan Candra"


def test_nobody_came_is_told_and_not_yet_counted_is_not():
    assert about(session=a_session(attended_count=0))["sesi.hadir"] == "0"
    assert "sesi.hadir" not in about(session=a_session())


def test_a_visit_without_a_place_of_its_own_is_at_the_office():
    values = about(visit=a_visit(), visited=an_office(name="Dinas Kesehatan"))

    assert (values["kunjungan.opd"], values["kunjungan.tempat"]) == ("Dinas Kesehatan",) * 2
    assert "kunjungan.waktu" not in values


def test_the_deadline_is_a_date_with_its_computed_weekday():
    values = about(due_on=date(2020, 2, 21))

    assert values["tenggat"] == "21 Februari 2020"
    assert values["tenggat.hari_tanggal"] == "Jumat, 21 Februari 2020"


def test_a_reminder_cites_the_first_letter_by_number_and_date():
    values = about(first=a_numbered_letter())

    assert values["rujukan"] == "Surat Edaran Nomor 470/120/2020 tanggal 13 Februari 2020"
    assert values["rujukan.nomor"] == "470/120/2020"


def test_a_letter_is_cited_with_its_hal_and_a_directive_with_what_it_is_about():
    circular = about(first=a_numbered_letter(subject="Partisipasi ASN"))
    invitation = about(first=a_numbered_letter(subject="Undangan", kind=LetterKind.INVITATION))

    assert circular["rujukan.lengkap"].endswith("tanggal 13 Februari 2020 tentang Partisipasi ASN")
    assert invitation["rujukan.lengkap"].endswith("tanggal 13 Februari 2020 hal Undangan")


def test_a_stretch_of_days_says_year_and_month_once():
    values = about(first=a_numbered_letter(dated_on=DAY))

    assert values["daring_masa"] == "13 Februari s.d. 29 Mei 2020"
    assert values["semula.daring_masa"] == "15 Februari s.d. 31 Maret 2020"


def test_no_letter_speaks_of_0_coordinators():
    plan = a_staffing_plan(enumerator_count=568, team_leader_count=0)
    values = field_values(facts(staffing=(plan,)), on=LATER)

    assert values["jumlah_petugas"] == "568"
    assert "jumlah_koordinator" not in values


def test_a_change_of_schedule_names_the_dates_the_cited_letter_told():
    values = about(first=a_numbered_letter(dated_on=DAY))

    assert values["semula.daring_selesai"] == "31 Maret 2020"
    assert values["daring_selesai"] == "29 Mei 2020"


def test_without_a_cited_letter_the_old_schedule_is_the_one_before():
    assert about()["semula.daring_selesai"] == "31 Maret 2020"
    assert "semula.wawancara_selesai" not in about()


def test_a_text_needs_what_its_fields_speak_of():
    assert needed_by("{sesi.waktu} {sesi.tempat} {tenggat} {opd}") == ("session_id", "reply_due_on")
    assert needed_by("{rujukan} {masuk.nomor} {kunjungan.opd}") == (
        "refers_to_id",
        "incoming_id",
        "visit_id",
    )


@pytest.mark.parametrize("name", FIELD_NAMES)
def test_every_field_stands_in_a_group_of_the_picker(name):
    assert group_of(name) in FIELD_GROUPS


def test_fields_of_a_receiving_office_stand_apart_from_the_totals():
    assert group_of("jumlah_asn") == "Jadwal dan target"
    assert group_of("jumlah_asn_opd") == "Penerima"


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Dinas *A* & B", r"Dinas \*A\* & B"),
        ("a_b | c", r"a\_b \| c"),
        ("# Judul", r"\# Judul"),
        ("- satu", r"\- satu"),
        ("2. dua", r"2\. dua"),
        ("satu\n\n## dua", r"satu \#\# dua"),
        ("pukul 09.00 WIB s.d. selesai", "pukul 09.00 WIB s.d. selesai"),
    ],
)
def test_what_people_typed_is_never_markup_in_a_letter(typed, plain):
    assert as_plain_text({"opd": typed}) == {"opd": plain}
