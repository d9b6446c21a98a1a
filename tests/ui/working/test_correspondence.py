"""Incoming letters, number books, codes to verify and papers for many, without a window."""

from datetime import date

import pytest

from census_desk import editing
from census_desk.letters.archive import Verdict
from census_desk.letters.incoming import IncomingLetter
from census_desk.letters.letter import LetterStatus, Relation
from ui.fields import FIELDS
from ui.forms import parse
from ui.presenters.bulk import bulk_of, bulk_texts, printed_offices, start_bulk
from ui.presenters.incoming import SPEC as INCOMING
from ui.presenters.incoming import DispositionsPresenter, answer, attach_page, incoming_facts
from ui.presenters.letter_steps import NEXT, LetterSteps
from ui.presenters.letters import starts
from ui.presenters.numbers import NumbersPresenter
from ui.presenters.printing import Printing
from ui.presenters.verifying import VerifyPresenter, verdict_words

DAY = date(2020, 2, 21)


class NotedRows:
    def __init__(self):
        self.rows, self.facts, self.answers = [], "", ()

    def show_rows(self, rows, facts):
        self.rows, self.facts = rows, facts

    def show_answers(self, answers):
        self.answers = answers


@pytest.fixture
def noted():
    return NotedRows()


@pytest.fixture
def incoming(workplace):
    """A letter of BPS as the form saves it."""
    texts = dict(INCOMING.defaults(workplace)) | {
        "sender": "BPS Kabupaten Kudus",
        "subject": "Permohonan Dukungan Sensus Penduduk",
        "reply_due_on": "28/02/2020",
        "nature": "Biasa",
    }
    values, problems = parse(FIELDS["incoming_letters"], texts)
    assert problems == {}
    return INCOMING.add(workplace, IncomingLetter(id=workplace.new_id(), **values))


@pytest.fixture
def numbers(workplace, noted):
    presenter = NumbersPresenter(workplace, noted)
    presenter.prepare()
    presenter.choose("Edaran", 2020)
    return presenter


@pytest.fixture
def circular(register):
    return next(one for one in register.letters.all() if one.number)


# incoming letters


def test_an_incoming_letter_takes_its_agenda_number_when_saved(incoming, workplace):
    assert incoming.agenda_number
    assert incoming_facts(workplace) == "1 surat masuk · 1 belum dijawab"


def test_a_disposition_goes_one_level_deeper_from_whom_it_was_passed_to(
    incoming, workplace, register
):
    presenter = DispositionsPresenter(workplace, incoming.id)
    for posts in ("Asisten I", "Bagian Pemerintahan"):
        texts = presenter.texts("") | {"to_posts": posts}
        assert presenter.save("", texts) == {}
    levels = {one.from_post: one.level for one in register.dispositions.all()}

    assert levels["Asisten I"] == 2
    assert sorted(levels.values()) == [1, 2]


def test_a_disposition_to_nobody_is_refused_beside_its_field(incoming, workplace):
    presenter = DispositionsPresenter(workplace, incoming.id)

    assert "to_posts" in presenter.save("", presenter.texts(""))


def test_a_finished_disposition_bears_the_working_day(incoming, workplace, register):
    presenter = DispositionsPresenter(workplace, incoming.id)
    presenter.save("", presenter.texts("") | {"to_posts": "Asisten I"})
    (one,) = register.dispositions.all()
    presenter.finish((one.id,))

    assert register.dispositions.get(one.id).done_on == DAY


def test_an_answer_is_a_draft_tied_to_the_letter(incoming, workplace, register):
    start = next(one for one in starts(workplace) if one.template is not None)
    letter = register.letters.get(answer(workplace, incoming.id, start))

    assert letter.relation is Relation.ANSWER
    assert letter.incoming_id == incoming.id


def test_a_page_that_is_no_scan_is_refused_in_words(incoming, workplace, screen, tmp_path):
    path = tmp_path / "surat.docx"
    path.write_bytes(b"PK\x03\x04")
    workplace.choose_open_path = lambda *args, **more: path
    attach_page(workplace, incoming.id)

    assert screen.said[-1][0] == "error"
    assert "surat.docx" in screen.last


# the number books


def test_the_book_shows_taken_over_numbers_and_what_lies_before_them(numbers, noted, circular):
    texts = [one.row.number for one in noted.rows]

    assert circular.number in texts
    assert noted.rows[0].row.note.startswith("Belum dicatat di meja ini")
    assert "Nomor berikutnya" in noted.facts


def test_a_register_without_books_shows_what_its_letters_bear(workplace, noted, circular):
    NumbersPresenter(workplace, noted).choose("Edaran", 2020)

    assert circular.number in [one.row.number for one in noted.rows]
    assert workplace.register.numbers.count() == 0


def test_a_reserved_block_is_listed_and_told(numbers, noted, screen):
    assert numbers.reserve(numbers.reserve_texts() | {"count": "3"}) == {}
    numbers.refresh()

    assert "Cadangan 3" in noted.facts
    assert "dicadangkan untuk 21/02/2020" in screen.last


def test_a_block_for_no_day_is_refused_beside_its_field(numbers):
    assert "day" in numbers.reserve({"day": "31/02/2020", "count": "3"})


def test_a_number_from_elsewhere_leaves_a_hole_that_is_told(numbers, noted):
    texts = numbers.elsewhere_texts() | {"text": "470/390/2020", "subject": "Kerja bakti"}
    assert numbers.elsewhere(texts) == {}
    numbers.refresh()

    assert "tidak tercatat: 386–389" in noted.facts


def test_a_void_number_stays_with_its_reason(numbers, noted, circular):
    row = next(one for one in noted.rows if one.row.number == circular.number)
    assert "reason" in numbers.void(row.id, {"reason": " "})
    assert numbers.void(row.id, {"reason": "salah cetak"}) == {}
    numbers.refresh()

    assert any(one.row.note == "BATAL: salah cetak" for one in noted.rows)
    assert not numbers.can_void(row.id)


def test_a_forgotten_letter_is_inserted_after_its_neighbour(numbers, noted, register, circular):
    draft = next(r for r in register.letters.all() if r.status is LetterStatus.DRAFT)
    editing.change(register, _dated(draft, circular.dated_on))
    row = next(one for one in noted.rows if one.row.number == circular.number)
    texts = {"letter_id": draft.id, "reason": "terlupa"}
    assert numbers.insert(row.id, texts) == {}

    assert "385.a" in register.letters.get(draft.id).number
    assert numbers.draft_choices() == []


# codes


def issued(workplace, register):
    draft = next(r for r in register.letters.all() if r.status is LetterStatus.DRAFT)
    draft = editing.change(register, _dated(draft, DAY))
    assert LetterSteps(workplace).issue(draft, NEXT, "", "uji")
    (paper,) = register.issued_papers.all()
    return paper


def test_a_code_of_an_issued_letter_is_registered_and_equal(workplace, register, noted):
    paper = issued(workplace, register)
    VerifyPresenter(workplace, noted).check_code(paper.code.lower())

    assert [one.verdict for one in noted.answers] == [Verdict.EQUAL]
    assert verdict_words(noted.answers[0]) == "Terdaftar dan sama"


def test_the_printed_page_is_recognised_by_its_qr(workplace, register, noted, tmp_path):
    from census_desk.letters.archive import frozen_pdf

    paper = issued(workplace, register)
    path = tmp_path / "surat.pdf"
    path.write_bytes(frozen_pdf(paper) + b"\n")  # no longer the very file: only the code tells
    VerifyPresenter(workplace, noted).check_path(path)

    assert [one.code for one in noted.answers] == [paper.code]


def test_a_wrong_code_is_unknown_and_an_empty_one_is_asked_for(workplace, noted, screen):
    presenter = VerifyPresenter(workplace, noted)
    presenter.check_code("AAAA-AAAA-AA")
    assert [one.verdict for one in noted.answers] == [Verdict.UNKNOWN]
    presenter.check_code(" ")

    assert screen.said[-1][0] == "info"


# papers for many


def test_a_range_that_does_not_exist_is_told_beside_it(workplace, circular):
    texts = bulk_texts(workplace) | {"first": "44"}
    made, problems = bulk_of(workplace, circular, texts)

    assert made is None
    assert "43 lembar" in problems["first"]


def test_a_range_is_printed_and_noted_for_those_offices_only(
    workplace, register, screen, circular, pdf_pages
):
    texts = bulk_texts(workplace) | {"first": "2", "last": "4"}
    bulk, _problems = bulk_of(workplace, circular, texts)
    start_bulk(workplace, Printing(workplace), circular, bulk)
    printed = {one.office_id for one in register.deliveries.all() if one.printed_on}

    assert printed == set(printed_offices(register, circular, bulk.run))
    assert len(printed) == 3
    assert len(pdf_pages(screen.opened[0])) == 6


def test_one_file_each_lands_in_the_chosen_folder(workplace, circular, tmp_path):
    folder = tmp_path / "lembar"
    folder.mkdir()
    workplace.choose_folder = lambda *args, **more: folder
    texts = bulk_texts(workplace) | {"last": "2", "files": "masing-masing"}
    bulk, _problems = bulk_of(workplace, circular, texts)
    start_bulk(workplace, Printing(workplace), circular, bulk)

    assert len(list(folder.glob("*.pdf"))) == 2


def _dated(letter, day):
    from dataclasses import replace

    return replace(letter, dated_on=day, classification="470")
