"""The twelve details a Sekda's clerk sees at once (domain/letters.md 9), and the rest of the list.

Every rule is tried on a letter with nothing wrong but the one thing it is about.
"""

from dataclasses import replace
from datetime import date

import pytest

from census_desk import sample
from census_desk.letters.checker.check import check
from census_desk.letters.checker.facts import DrawnFacts, check_facts
from census_desk.letters.checker.finding import Severity, errors
from census_desk.letters.issuing import issue
from census_desk.letters.letter import (
    Assignee,
    Attachment,
    CoverItem,
    LetterBook,
    LetterKind,
    LetterStatus,
    Nature,
    Relation,
    missing_parts_of,
)
from census_desk.letters.profile import profile_named
from census_desk.people import OfficeKind, PostKind, PostStatus
from census_desk.programme import PhaseKind
from census_desk.register import Register
from census_desk.sessions.session import SessionStatus
from tests.census_desk.builders import DAY, a_letter, a_phase, a_signatory, an_incoming, an_office
from tests.census_desk.letters.conftest import NIP, day, drawn


def findings(house, letter, drawn=None):
    return check(check_facts(house.register, letter, on=DAY, drawn=drawn), letter)


def faults(house, letter, drawn=None):
    """The fields of the errors."""
    return [one.field for one in errors(findings(house, letter, drawn))]


def advised(house, letter):
    return [one.field for one in findings(house, letter) if one.severity is Severity.ADVICE]


def says(house, letter, words):
    return [one for one in findings(house, letter) if words in one.sentence]


def with_signer(house, key, **fields):
    """Change a signatory of the house."""
    one = house.register.signatories.get(house.ids[key])
    house.register.signatories.replace(replace(one, **fields))


def test_nothing_is_found_on_a_right_circular_and_a_right_invitation(house):
    assert findings(house, house.draft()) == ()
    assert errors(findings(house, house.invitation())) == ()


def test_each_finding_tells_its_rule_and_where_it_comes_from(house):
    letter = house.draft(letterhead_id="", signatory_id="", body="{asing} 09:00", recipients=())

    assert findings(house, letter)
    assert all(one.rule and one.source and one.sentence for one in findings(house, letter))


def test_errors_stand_before_advice(house):
    letter = house.draft(body="Pebruari. Pukul 09:00 WIB.")
    kinds = [one.severity for one in findings(house, letter)]

    assert kinds == sorted(kinds, key=lambda one: one is not Severity.ERROR)
    assert set(kinds) == set(Severity)


def test_every_field_a_finding_jumps_to_is_a_field_of_the_letter(house):
    letter = house.draft(
        body="Yth. {asing} 7,140 ttd", recipients=("Yth. Bapak Kepala",), copy_to=("Arsip",)
    )

    assert all(hasattr(letter, one.field) for one in findings(house, letter))


# 1 kop


def test_detail_1_a_garuda_kop_above_the_secretary_a_n_bupati_is_wrong(house):
    letter = house.draft(signatory_id=house.ids["secretary"], on_behalf_of="BUPATI PATI")

    assert faults(house, letter) == ["letterhead_id"]
    assert faults(house, replace(letter, letterhead_id=house.ids["kop"])) == []


def test_the_kop_of_another_office_is_doubted(house):
    with_signer(house, "secretary", office_id=house.ids["DINKES"])

    assert "letterhead_id" in advised(house, house.invitation())


# 2 form


@pytest.mark.parametrize("body", ["Sifat : Segera\nHal : Sensus", "Nomor : 470/1\nIsi."])
def test_detail_2_a_circular_is_not_laid_out_as_an_ordinary_letter(house, body):
    assert faults(house, house.draft(body=body)) == ["body"]


def test_detail_2_a_circular_written_as_an_ordinary_letter_is_told(house):
    assert faults(house, house.invitation(subject="Surat Edaran Partisipasi")) == ["kind"]


# 3 status


@pytest.mark.parametrize(
    "change",
    [{"name": "Plt. M. Hartopo"}, {"post": "Plt. BUPATI PATI"}, {"post": "BUPATI PATI,"}],
)
def test_detail_3_the_status_belongs_to_the_post_and_the_comma_to_the_paper(house, change):
    with_signer(house, "regent", **change)

    assert faults(house, house.draft()) == ["signatory_id"]


def test_detail_3_an_acting_regent_with_both_titles_is_right(house):
    with_signer(house, "regent", status=PostStatus.PLT, own_post="WAKIL BUPATI")

    assert faults(house, house.draft()) == []


# 4 NIP and pangkat


def test_detail_4_a_head_of_office_without_nip_and_pangkat_is_told_in_one_finding(house):
    with_signer(
        house, "secretary", post_kind=PostKind.OFFICE_HEAD, post="KEPALA DINAS", nip="", rank=""
    )
    found = says(house, house.invitation(book="Setda"), "belum diisi")

    assert [one.field for one in found] == ["signatory_id"]
    assert "NIP dan pangkat" in found[0].sentence


@pytest.mark.parametrize("day_of", [DAY, date(2026, 2, 13)])
def test_detail_4_no_nip_is_asked_of_a_regent(house, day_of):
    letter = house.draft(dated_on=day_of, classification="")

    assert says(house, letter, "NIP") == []


def test_detail_4_an_acting_secretary_of_2026_prints_neither_nip_nor_pangkat(house):
    with_signer(
        house, "secretary", status=PostStatus.PLH, own_post="ASISTEN", nip="", rank="", grade=""
    )

    assert says(house, house.invitation(dated_on=date(2026, 2, 13)), "NIP") == []
    assert says(house, house.invitation(), "NIP")


# 5 series


def test_detail_5_a_letter_of_the_secretary_is_not_numbered_in_the_book_of_bps(house):
    assert faults(house, house.invitation(book=LetterBook.BPS)) == ["book"]


def test_detail_5_an_invitation_is_not_numbered_among_the_circulars(house):
    assert faults(house, house.invitation(book=LetterBook.CIRCULARS)) == ["book"]


def test_detail_5_a_notula_bears_no_number(house):
    letter = house.invitation(kind=LetterKind.NOTULA, number="005/4/2020", dated_on=day(20))

    assert faults(house, letter) == ["number"]


def test_detail_5_a_number_typed_on_a_draft_is_doubted(house):
    assert "number" in advised(house, house.draft(number="470/77/2020"))


# 6 code


@pytest.mark.parametrize(
    ("code", "dated_on"), [("470", date(2026, 2, 13)), ("500.14.2", date(2020, 2, 13))]
)
def test_detail_6_a_code_of_the_other_family_is_wrong(house, code, dated_on):
    assert faults(house, house.draft(classification=code, dated_on=dated_on)) == ["classification"]


def test_detail_6_the_code_of_its_time_is_right(house):
    letter = house.draft(classification="500.14.2", dated_on=date(2026, 2, 13))

    assert faults(house, letter) == []


def test_detail_6_a_typed_number_with_another_code_is_told(house):
    assert faults(house, house.draft(number="005/3/2020")) == ["classification"]


def test_a_book_that_numbers_by_code_asks_for_it(house):
    assert faults(house, house.draft(classification="")) == ["classification"]


# 7 sheet


def test_detail_7_the_layout_of_another_time_is_wrong(house):
    assert faults(house, house.draft(profile="permendagri-1-2023")) == ["profile"]


@pytest.mark.parametrize(
    "change",
    [
        {"paper_width_mm": 216.0, "paper_height_mm": 356.0},
        {"margin_left_mm": 25.0},
        {"kop_first_page_only": False},
    ],
)
def test_detail_7_an_odd_sheet_is_wrong(house, change):
    letter = house.draft()
    facts = check_facts(house.register, letter, on=DAY)
    odd = replace(facts, profile=replace(facts.profile, **change))

    assert [one.field for one in errors(check(odd, letter))] == ["profile"]


def test_detail_7_a_page_number_at_the_foot_is_doubted(house):
    letter = house.draft()
    facts = check_facts(house.register, letter, on=DAY)
    odd = replace(facts, profile=replace(facts.profile, page_number_place="bottom-right"))

    assert [one.field for one in check(odd, letter)] == ["profile"]


@pytest.mark.parametrize("name", ["permendagri-54-2009", "permendagri-1-2023"])
def test_detail_7_the_shipped_layouts_are_as_they_should(house, name):
    letter = house.draft()
    facts = replace(check_facts(house.register, letter, on=DAY), profile=profile_named(name, DAY))

    assert [one for one in check(facts, letter) if "Kertas" in one.sentence] == []


# 8 privacy


def test_detail_8_a_full_nip_in_a_letter_to_all_is_doubted(house):
    assert "body" in advised(house, house.draft(body=f"Hubungi Sri, NIP {NIP}."))


def test_detail_8_a_surat_tugas_prints_the_nip_of_its_people(house):
    letter = house.invitation(
        kind=LetterKind.ASSIGNMENT,
        body=f"## Untuk\n\nMendampingi OPD, {NIP}.",
        assignees=(Assignee(name="Sri Lestari", nip=NIP),),
    )

    assert says(house, letter, "NIP lengkap") == []


# 9 wording


@pytest.mark.parametrize(
    "body",
    [
        "Rapat hari Jumat, 13 Februari 2020.",
        "Rapat hari Senin tanggal 20 Februari 2020.",
        "Tanggal 30 Februari 2020 hari Kamis, 30 Februari 2020.",
        "Mulai pukul 09:00 WIB.",
        "Mulai 09.00 AM.",
        "Sebanyak 7,140 orang.",
        "Sebanyak satu ribu orang.",
        "Sebanyak satu ratus orang.",
        "Tanggal 05 Maret 2020.",
        "Alamat Jl. Sunan 1, lalu Jalan Pemuda 2.",
    ],
)
def test_detail_9_slips_of_day_time_figure_and_word_are_wrong(house, body):
    assert set(faults(house, house.draft(body=body))) == {"body"}


@pytest.mark.parametrize(
    "body",
    [
        "Rapat hari Kamis, 13 Februari 2020.",
        "Rapat hari Kamis tanggal 20 Februari 2020 pukul 09.00 WIB s.d. selesai.",
        "Sebanyak 857.415 jiwa, 27,5 persen, dua puluh satu ribu orang, satu juta.",
        "Pasal 5, 120 orang; rasio 1:3.",
    ],
)
def test_detail_9_what_is_written_right_passes(house, body):
    assert findings(house, house.draft(body=body)) == ()


def test_detail_9_lampiran_1_without_a_unit_is_wrong(house):
    letter = house.draft(body="Daftar terlampir.", attachment_count=1, attachment_unit="")

    assert faults(house, letter) == ["attachment_unit"]


# 10 no fake signature


@pytest.mark.parametrize(
    "body",
    [
        "Ditandatangani secara elektronik oleh Bupati.",
        "(ttd)",
        "cap dan ttd",
        "![cap](cap.png)",
        "Sertifikat diterbitkan BSrE.",
    ],
)
def test_detail_10_nothing_that_looks_signed_is_typed(house, body):
    assert set(faults(house, house.draft(body=body))) == {"body"}


def test_detail_10_a_place_to_sign_may_be_spoken_of(house):
    assert findings(house, house.draft(body="Daftar ditandatangani oleh peserta.")) == ()


# 11 BPS


def test_detail_11_bps_kept_as_an_opd_is_wrong(house):
    bps = house.register.offices.get(house.ids["BPS"])
    house.register.offices.replace(replace(bps, kind=OfficeKind.BADAN))

    assert faults(house, house.draft()) == ["office_ids"]


def test_detail_11_bps_gets_a_copy_and_no_circular(house):
    assert "office_ids" in advised(house, house.draft(office_ids=(house.ids["BPS"],)))


def test_detail_11_bps_does_not_write_on_the_kop_of_the_secretary(house):
    letter = house.invitation(signatory_id=house.ids["bps"], book=LetterBook.BPS, copy_to=())

    assert faults(house, letter) == ["letterhead_id"]


# 12 addressees


def test_detail_12_copies_stand_in_the_order_of_ranks(house):
    wrong = ("Camat Jati", "Inspektur Kabupaten", "Gubernur Jawa Tengah")
    letter = house.draft(copy_to=wrong)

    assert faults(house, letter) == ["copy_to", "copy_to"]
    assert faults(house, replace(letter, copy_to=tuple(reversed(wrong)))) == []


@pytest.mark.parametrize("line", ["Arsip", "Bupati Pati"])
def test_detail_12_no_copy_goes_to_the_archive_or_the_signer(house, line):
    assert faults(house, house.draft(copy_to=(line,))) == ["copy_to"]


def test_detail_12_the_signer_is_known_without_the_name_of_his_regency(house):
    with_signer(house, "secretary", post="SEKRETARIS DAERAH KABUPATEN PATI")

    assert faults(house, house.invitation(recipients=("Sekretaris Daerah",))) == ["recipients"]
    assert faults(house, house.invitation(recipients=("Sekretaris DPRD",))) == []


@pytest.mark.parametrize("line", ["Yth. Kepala Dinas", "Bapak Kepala Dinas", "Sdr. Camat"])
def test_detail_12_posts_are_addressed_once_and_without_bapak(house, line):
    assert faults(house, house.draft(recipients=(line,))) == ["recipients"]


# post and term


def test_a_signatory_whose_term_was_over_is_wrong(house):
    with_signer(house, "regent", to_on=day(1))

    assert faults(house, house.draft()) == ["signatory_id"]


def test_two_holders_of_one_post_are_doubted(house):
    house.register.signatories.add(
        a_signatory(id=house.register.ids(), post="BUPATI PATI", post_kind=PostKind.REGENT)
    )

    assert "signatory_id" in advised(house, house.draft())


def test_nobody_signs_on_behalf_of_himself_and_no_regent_for_another(house):
    assert set(faults(house, house.draft(on_behalf_of="BUPATI PATI"))) == {"on_behalf_of"}


def test_an_assistant_signs_u_b_and_not_a_n(house):
    with_signer(house, "secretary", post_kind=PostKind.ASSISTANT, post="ASISTEN PEMERINTAHAN")
    letter = house.invitation(on_behalf_of="BUPATI PATI")

    assert faults(house, letter) == ["on_behalf_of"]
    right = replace(letter, on_behalf_of="BUPATI PATI; SEKRETARIS DAERAH")
    assert faults(house, right) == []


def test_a_circular_of_the_secretary_alone_is_doubted(house):
    letter = house.draft(signatory_id=house.ids["secretary"], letterhead_id=house.ids["kop"])

    assert faults(house, letter) == []
    assert "on_behalf_of" in advised(house, letter)


def test_a_head_of_office_signs_no_circular_to_all(house):
    with_signer(house, "secretary", post_kind=PostKind.OFFICE_HEAD)
    letter = house.draft(signatory_id=house.ids["secretary"], letterhead_id=house.ids["kop"])

    assert "signatory_id" in faults(house, letter)


# number order and date


def test_a_letter_dated_before_the_last_number_is_wrong_in_a_book_that_refuses(house):
    issue(house.register, house.draft().id, on=DAY, draw=drawn)

    assert faults(house, house.draft(dated_on=day(12))) == ["dated_on"]


def test_a_sunday_is_doubted(house):
    assert advised(house, house.draft(dated_on=day(9))) == ["dated_on"]


def test_a_date_to_come_is_doubted(house):
    assert advised(house, house.draft(dated_on=day(14))) == ["dated_on"]


def test_a_reply_is_not_due_before_the_letter(house):
    letter = house.draft(reply_due_on=day(12))

    assert faults(house, letter) == ["reply_due_on"]
    (told,) = says(house, letter, "Batas jawaban mendahului")
    assert told.rule == "Batas jawaban jatuh pada atau sesudah tanggal surat."


# whole


@pytest.mark.parametrize("field", ["letterhead_id", "signatory_id", "body"])
def test_what_is_missing_is_told_beside_its_field(house, field):
    assert field in faults(house, house.draft(**{field: ""}))


def test_a_surat_tugas_names_people_and_a_surat_pengantar_things(house):
    assert "assignees" in faults(house, house.invitation(kind=LetterKind.ASSIGNMENT))
    assert "items" in faults(house, house.invitation(kind=LetterKind.COVER))
    item = CoverItem(what="Daftar hadir", count="2 berkas")
    assert "items" not in faults(house, house.invitation(kind=LetterKind.COVER, items=(item,)))


def test_daftar_terlampir_needs_a_list(house):
    assert faults(house, house.invitation(recipients=(), recipients_attached=True)) == [
        "recipients"
    ]


def test_a_long_list_of_addressees_belongs_on_an_attachment(house):
    letter = house.invitation(recipients=tuple(f"Camat {place}" for place in "ABCDEFGH"))

    assert "recipients" in advised(house, letter)
    assert "recipients" not in advised(house, replace(letter, recipients_attached=True))


def test_lampiran_told_and_lampiran_there_are_the_same(house):
    body = "Sebagaimana tercantum dalam Lampiran II."
    one = Attachment(title="Jadwal")

    assert faults(house, house.draft(body=body, attachments=(one,))) == ["attachments"]
    assert faults(house, house.draft(body=body, attachments=(one, one))) == []
    assert faults(house, house.draft(body="Jadwal terlampir.")) == ["attachments"]
    assert advised(house, house.draft(attachments=(one,))) == ["body"]


# quoted facts


def test_an_unknown_and_an_empty_field_are_wrong(house):
    assert faults(house, house.draft(body="{asing}")) == ["body"]
    assert faults(house, house.draft(body="Wawancara {wawancara_mulai}.")) == ["body"]
    assert faults(house, house.draft(body="Sebanyak … orang.")) == ["body"]


def test_the_number_itself_may_still_be_missing(house):
    assert faults(house, house.draft(body="Nomor {nomor_surat}.")) == []


def test_the_fields_of_a_recipient_are_filled_on_each_copy(house):
    assert faults(house, house.draft(body="Kepada {kepala}, {opd}.")) == []


def moved_phase(house):
    house.register.phases.add(
        a_phase(
            id=house.register.ids(),
            kind=PhaseKind.ONLINE,
            starts_on=day(15),
            ends_on=day(29, 5),
            known_from=day(12),
        )
    )


def test_a_date_of_the_older_schedule_is_wrong_unless_the_new_one_is_told_too(house):
    moved_phase(house)

    assert set(faults(house, house.draft(body="Pengisian sampai 31 Maret 2020."))) == {"body"}
    both = "Semula 31 Maret 2020, menjadi 29 Mei 2020."
    assert faults(house, house.draft(body=both)) == []


def test_a_stretch_beside_the_name_of_a_phase_is_compared(house):
    wrong = "Sensus daring tanggal 15 Februari s.d. 30 Maret 2020."

    assert faults(house, house.draft(body=wrong)) == ["body"]
    assert faults(house, house.draft(body=wrong.replace("30", "31"))) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Kamis, 20 Februari 2020", "Jumat, 21 Februari 2020"),
        ("09.00", "10.00"),
        ("Pendopo Kabupaten", "Aula Dinas Kesehatan"),
    ],
)
def test_the_aligned_lines_of_an_invitation_agree_with_its_session(house, right, wrong):
    letter = house.invitation()
    told = replace(letter, body=letter.body.replace(right, wrong))

    assert "body" in faults(house, told)


def test_an_invitation_to_a_session_that_was_called_off_is_wrong(house):
    session = house.register.sessions.get(house.ids["session"])
    house.register.sessions.replace(
        replace(session, status=SessionStatus.POSTPONED, status_note="Ruang dipakai")
    )

    assert faults(house, house.invitation()) == ["session_id"]


def test_an_invitation_is_dated_before_its_session(house):
    assert faults(house, house.invitation(dated_on=day(21))) == ["dated_on"]


def test_a_number_of_asn_the_register_does_not_know_is_doubted(house):
    office = an_office(id=house.register.ids(), code="X", asn_count=7140)
    house.register.offices.add(office)

    assert "body" in advised(house, house.draft(body="Sebanyak 7.410 ASN."))
    assert findings(house, house.draft(body="Sebanyak 7.140 ASN.")) == ()


# what is cited


def test_a_ground_younger_than_the_letter_is_wrong(house):
    late = "SE MenPANRB Nomor 49 Tahun 2020 tanggal 28 Februari 2020"

    assert faults(house, house.draft(body=f"Dasar: {late}.")) == ["body"]
    assert faults(house, house.draft(body=f"Dasar: {late}.", dated_on=day(2, 3))) == []
    assert faults(house, house.draft(body="Peraturan Bupati Nomor 3 Tahun 2021.")) == ["body"]


def test_a_ground_of_the_same_year_is_known_by_its_own_date(house):
    undated = "Surat Edaran Menteri Nomor 49 Tahun 2020 tentang Dukungan Pelaksanaan Sensus."

    assert faults(house, house.draft(body=undated)) == ["body"]
    assert faults(house, house.draft(body=undated, dated_on=day(2, 3))) == []


def test_grounds_older_than_the_letter_pass(house):
    body = "Undang-Undang Nomor 16 Tahun 1997; Peraturan Presiden Nomor 39 Tahun 2019."

    assert findings(house, house.draft(body=body)) == ()


def test_a_change_cites_number_and_date_of_an_issued_letter(house):
    first = house.draft(status=LetterStatus.NUMBERED, number="470/1/2020")
    letter = house.draft(relation=Relation.CHANGE, refers_to_id=first.id)
    told = "Surat Nomor 470/1/2020 tanggal 13 Februari 2020 diubah."

    assert faults(house, letter) == ["body", "body"]
    assert faults(house, replace(letter, body=told)) == []
    assert faults(house, replace(letter, body=told, refers_to_id="")) == ["refers_to_id"]


def test_a_reminder_of_a_draft_is_wrong(house):
    letter = house.draft(relation=Relation.REMINDER, refers_to_id=house.draft().id)

    assert "refers_to_id" in faults(house, letter)


def test_an_answer_names_the_incoming_letter(house):
    assert faults(house, house.draft(relation=Relation.ANSWER)) == ["incoming_id"]
    incoming = house.register.incoming_letters.add(
        an_incoming(id=house.register.ids(), number="B-001/33180/2020")
    )
    letter = house.draft(relation=Relation.ANSWER, incoming_id=incoming.id)
    assert faults(house, letter) == []
    assert advised(house, letter) == ["body", "body"]


# the drawn paper


def test_a_signature_alone_on_its_page_is_wrong(house):
    letter = house.draft()

    assert faults(house, letter, DrawnFacts(page_count=2, is_signature_alone=True)) == ["body"]
    assert faults(house, letter, DrawnFacts(page_count=2)) == []


def test_signs_without_a_glyph_are_wrong(house):
    assert faults(house, house.draft(body="Terima kasih 🙏")) == ["body"]
    assert faults(house, house.draft(), DrawnFacts(page_count=1, missing_glyphs=("ಠ",))) == ["body"]


def test_a_title_of_four_lines_and_a_letter_of_many_pages_are_doubted(house):
    letter = house.draft(subject="Partisipasi " * 14)

    assert advised(house, letter) == ["subject"]
    assert check(
        check_facts(house.register, house.draft(), on=DAY, drawn=DrawnFacts(page_count=12)),
        house.draft(),
    )


def test_the_nature_of_a_letter_is_no_fault(house):
    assert findings(house, house.draft(nature=Nature.CONFIDENTIAL)) == ()


def test_a_register_of_before_the_books_is_checked_by_the_shipped_ones(house):
    letter = house.draft()
    for name in ("books", "classifications"):
        for one in house.register.collection(name).all():
            house.register.collection(name).remove(one.id)

    assert findings(house, letter) == ()
    assert faults(house, replace(letter, classification="500.14.2")) == ["classification"]


def test_the_circular_of_the_sample_has_no_error_on_its_day():
    with Register.in_memory() as register:
        sample.build(register)
        letter = next(one for one in register.letters.all() if one.number)
        facts = check_facts(register, letter, on=letter.dated_on)

        assert errors(check(facts, letter)) == ()


def test_minutes_that_speak_of_a_second_party_name_it():
    body = "PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA."
    letter = a_letter(kind=LetterKind.MINUTES, body=body)

    assert "assignees" in missing_parts_of(letter)
    named = replace(letter, assignees=(Assignee(name="Sulistyo Hadi"),))
    assert "assignees" not in missing_parts_of(named)
