"""Rekap and Berkas sesi: figures on screen, photos, drafts, closing, and papers from the record."""

import pytest
from PIL import Image

from census_desk.letters.letter import LetterKind
from census_desk.sessions.closing import PartKind, closed_file
from ui.papers.figures import FiguresBy, figures_job, figures_table, figures_workbook
from ui.presenters.attendance import ChosenSession
from ui.presenters.attendance_figures import FiguresPresenter
from ui.presenters.session_file import FilePresenter, part_colour


class FiguresFront:
    def __init__(self):
        self.by, self.first, self.last = FiguresBy.OFFICE, "", ""
        self.columns = self.rows = ()
        self.facts = self.problem = ""

    def chosen(self):
        return self.by, self.first, self.last

    def show_table(self, columns, rows, facts):
        self.columns, self.rows, self.facts = columns, rows, facts

    def show_problem(self, sentence):
        self.problem = sentence


class FileFront:
    def __init__(self):
        self.rows, self.facts, self.asked = (), "", ""

    def show_parts(self, rows, facts):
        self.rows, self.facts = rows, facts

    def ask_despite(self, missing):
        self.asked = missing


@pytest.fixture
def figures(workplace):
    front = FiguresFront()
    return FiguresPresenter(workplace, front), front


@pytest.fixture
def chosen(workplace, register):
    made = ChosenSession(workplace)
    made.choose(next(one.id for one in register.sessions.all() if "Informatika" in one.title))
    return made


@pytest.fixture
def front():
    return FileFront()


@pytest.fixture
def file(workplace, front, chosen):
    made = FilePresenter(workplace, front, chosen)
    made.refresh()
    return made


def test_offices_are_told_with_the_share_of_their_asn(figures):
    presenter, front = figures
    presenter.refresh()

    row = next(row for row in front.rows if "Komunikasi" in str(row.cells[1]))
    texts = [column.text(row, None) for column in front.columns]
    assert texts[4] == "34"
    assert texts[5].endswith(" %")
    assert front.facts.startswith("seluruh sesi · Yang hadir pada beberapa sesi dihitung satu kali")


@pytest.mark.parametrize("by", list(FiguresBy))
def test_every_way_of_telling_prints_and_exports(register, by):
    table = figures_table(register, by)

    assert table.rows
    assert all(len(row) == len(table.headings) for row in table.rows)
    assert sum(share for _heading, share in table.headings) == pytest.approx(1.0)
    assert figures_job(register, table)().pdf.startswith(b"%PDF")
    assert figures_workbook(table).startswith(b"PK")


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("31/02/2020", "", "Tanggal belum benar"),
        ("", "besok", "Tanggal belum benar"),
        ("20/02/2020", "13/02/2020", "Tanggal akhir lebih awal"),
    ],
)
def test_a_period_that_cannot_be_is_told(figures, first, last, sentence):
    presenter, front = figures
    front.first, front.last = first, last

    presenter.refresh()

    assert front.problem.startswith(sentence)


def test_the_file_shows_what_lacks_in_red(file, front):
    assert [row.id for row in front.rows] == [kind.value for kind in PartKind]
    assert front.rows[0].missing == "Undangan belum terbit."
    assert part_colour(front.rows[0]) == "danger"
    assert front.facts.endswith("hal belum ada")


def test_a_photo_is_kept_and_one_that_is_none_gets_its_sentence(
    file, front, register, tmp_path, screen
):
    photo = tmp_path / "foto.jpg"
    Image.new("RGB", (800, 600), "navy").save(photo)
    file.add_photo_path(photo)
    file.refresh()
    assert front.rows[4].missing == ""

    wrong = tmp_path / "foto2.jpg"
    wrong.write_bytes(b"bukan foto")
    file.add_photo_path(wrong)
    assert screen.said[-1][0] == "error"
    assert "bukan foto PNG atau JPEG" in screen.last
    assert register.scans.count() == 1


@pytest.mark.parametrize(
    ("part", "kind"),
    [(PartKind.NOTULA, LetterKind.NOTULA), (PartKind.REPORT, LetterKind.REPORT)],
)
def test_notula_and_report_begin_from_the_record_and_are_opened_again(
    file, register, chosen, screen, part, kind
):
    file.draft(part)
    file.refresh()
    letter = max(register.letters.all(), key=lambda one: one.id)
    assert (letter.kind, letter.session_id) == (kind, chosen.id)
    count = register.letters.count()

    file.draft(part)

    assert register.letters.count() == count
    assert screen.went[-2:] == [("letters", letter.id), ("letters", letter.id)]


def test_an_incomplete_file_asks_for_a_reason_before_it_closes(file, front, register, chosen):
    file.close()
    assert "Undangan belum terbit." in front.asked
    assert closed_file(register, chosen.id) is None

    assert file.close_despite({"despite": " "}) == {"despite": "Alasan belum diisi."}
    assert file.close_despite({"despite": "Diminta inspektorat"}) == {}
    assert closed_file(register, chosen.id).despite == "Diminta inspektorat"
    file.refresh()
    assert front.facts.startswith("ditutup 21/02/2020")

    file.open_again()
    assert closed_file(register, chosen.id) is None


def test_the_file_report_and_certificates_are_printed(file, screen, pdf_text):
    file.print_file()
    text = pdf_text(screen.opened[-1])
    assert "BERKAS SESI" in text and "BELUM ADA: Undangan belum terbit." in text

    file.print_report()
    assert "Deni Prakosa" in pdf_text(screen.opened[-1])
    file.print_certificates()
    assert "SERTIFIKAT" in pdf_text(screen.opened[-1])
    file.print_cards()
    assert "Aula Dinas Komunikasi" in pdf_text(screen.opened[-1])


def test_certificates_wait_until_somebody_came(file, register, screen):
    for one in register.attendances.all():
        register.attendances.remove(one.id)

    file.print_certificates()

    assert "Belum ada yang tercatat hadir" in screen.last
