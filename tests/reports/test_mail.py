"""Books of letters and lembar disposisi: every row is told, the pen has its room."""

from __future__ import annotations

from datetime import date

import pytest

from census_desk.letters.incoming import Disposition, IncomingLetter
from census_desk.letters.ledger.page import LedgerRow
from census_desk.letters.letter import Nature
from census_desk.letters.profile import profile_on
from reports.errors import DoesNotFit
from reports.letters.books import Dispatch, expedition_book, incoming_book, outgoing_book
from reports.letters.disposition import DispositionContent, disposition_sheet
from tests.reports.papers import (
    OLD,
    compare_with_accepted,
    fonts_of,
    lines_of,
    pages_of,
    picture_of,
    setda_kop,
    sizes_of,
)

ASSISTANT = "Asisten Pemerintahan dan Kesejahteraan Rakyat"


def an_incoming(**fields: object) -> IncomingLetter:
    filled = {
        "id": "i",
        "agenda_number": "45",
        "received_on": date(2020, 2, 5),
        "sender": "Kepala BPS Kabupaten Pati",
        "number": "B-045/33180/SS.100/02/2020",
        "dated_on": date(2020, 2, 3),
        "subject": "Permohonan dukungan Sensus Penduduk 2020",
        "nature": Nature.URGENT,
    }
    return IncomingLetter(**(filled | fields))


def a_disposition(**fields: object) -> Disposition:
    filled = {
        "id": "d",
        "incoming_id": "i",
        "from_post": "Sekretaris Daerah",
        "to_posts": (ASSISTANT,),
        "instructions": ("Proses lebih lanjut",),
        "note": "Siapkan surat edaran.",
        "on": date(2020, 2, 6),
    }
    return Disposition(**(filled | fields))


def a_sheet(*given: Disposition, **fields: object) -> bytes:
    filled = {
        "profile": profile_on(OLD),
        "letterhead": setda_kop,
        "incoming": an_incoming(),
        "dispositions": given,
        "posts": (ASSISTANT, "Kepala Bagian Umum"),
    }
    return disposition_sheet(DispositionContent(**(filled | fields)))


def dispatches(many: int) -> list[Dispatch]:
    return [
        Dispatch(on=OLD, number="470/12/2020", office=f"Dinas {n}", subject="Sensus")
        for n in range(1, many + 1)
    ]


def a_row(**fields: object) -> LedgerRow:
    filled = {
        "entry_id": "a",
        "order": "12",
        "number": "470/12/2020",
        "sent_on": date(2020, 2, 14),
        "dated_on": OLD,
        "recipients": "Kepala OPD",
        "subject": "Partisipasi ASN",
        "note": "",
        "status": None,
    }
    return LedgerRow(**(filled | fields))


def test_a_disposition_sheet_reads_as_accepted(request):
    compare_with_accepted(a_sheet(a_disposition()), "lembar-disposisi", request)


def test_a_disposition_sheet_is_half_a_folio_with_a_page_for_every_level():
    second = a_disposition(id="e", from_post=ASSISTANT, to_posts=("Kepala Bagian Umum",), level=2)

    pdf = a_sheet(a_disposition(), second)

    assert sizes_of(pdf) == {(165, 215)}
    assert len(pages_of(pdf)) == 2


def test_a_sheet_before_the_first_disposition_is_left_to_the_pen():
    blank = a_sheet()

    assert len(pages_of(blank)) == 1
    assert "Siapkan surat edaran." not in pages_of(blank)[0]
    assert "........" in pages_of(blank)[0]


def test_a_ticked_box_is_darker_than_an_open_one():
    ticked, blank = (picture_of(pdf, 0, 6) for pdf in (a_sheet(a_disposition()), a_sheet()))

    assert sum(ticked.histogram()[:128]) > sum(blank.histogram()[:128])


def test_a_post_outside_the_offered_ones_is_printed_too():
    assert "Camat Juwana" in pages_of(a_sheet(a_disposition(to_posts=("Camat Juwana",))))[0]


def test_the_longest_note_a_record_may_hold_fits():
    note = ("kata " * 100).strip()

    assert " ".join(pages_of(a_sheet(a_disposition(note=note)))[0].split()).count("kata") == 100


def test_more_posts_than_the_sheet_has_room_for_are_refused_by_field():
    posts = tuple(f"Kepala Bagian Nomor {n}" for n in range(40))

    with pytest.raises(DoesNotFit, match="Diteruskan kepada"):
        a_sheet(posts=posts)


def test_the_expedition_is_f4_landscape_with_a_row_an_office():
    pdf = expedition_book(dispatches(43), year=2020, office="Setda Pati")

    assert sizes_of(pdf) == {(330, 215)}
    text = " ".join(pages_of(pdf))
    assert all(f"Dinas {n}" in text for n in range(1, 44))
    assert text.count("Tanda Tangan") == len(pages_of(pdf))
    assert f"halaman 1 dari {len(pages_of(pdf))}" in text


def test_empty_rows_fill_the_last_page_but_begin_no_page_of_their_own():
    for many in (1, 13, 14, 15, 28):
        last = pages_of(expedition_book(dispatches(many), year=2020, office="Setda"))[-1]

        assert f"Dinas {many}" in last


def test_the_outgoing_book_reads_as_accepted(request):
    rows = [a_row(), a_row(order="13", number="", subject="", note="BATAL: salah alamat")]

    compare_with_accepted(
        outgoing_book(rows, year=2020, name="Buku Setda"), "agenda-keluar", request
    )


def test_the_incoming_book_tells_whom_a_letter_was_passed_on_to():
    lines = " ".join(
        lines_of(incoming_book([an_incoming()], [a_disposition()], year=2020, office="Setda"))
    )

    assert "45" in lines and "B-045/33180/SS.100/02/2020" in lines
    assert ASSISTANT in " ".join(lines.split())


def test_a_book_without_rows_can_be_written_by_hand():
    assert len(pages_of(incoming_book([], [], year=2020, office="Setda"))) == 1


def test_books_give_the_same_bytes_with_their_own_fonts():
    first = expedition_book(dispatches(3), year=2020, office="Setda")

    assert expedition_book(dispatches(3), year=2020, office="Setda") == first
    assert all(fonts_of(first).values())
