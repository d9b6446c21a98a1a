"""What becomes of a paper of the window: kept, opened, saved elsewhere, refused in words."""

import pytest

from census_desk.errors import CensusDeskError
from ui.papers import letter_copies_job, letter_job
from ui.papers.files import Paper
from ui.presenters.printing import Printing

PAPER = Paper(name="Surat Edaran 470-385-2020.pdf", pdf=b"%PDF-1")


@pytest.fixture
def printing(workplace):
    return Printing(workplace)


def test_a_printed_paper_is_kept_in_the_folder_and_opened(printing, screen):
    printing.print(lambda: lambda: PAPER)

    path = printing.folder / PAPER.name
    assert path.read_bytes() == PAPER.pdf
    assert screen.opened == [path]
    assert screen.said[-1] == ("ok", "Siap dicetak: Surat Edaran 470-385-2020.pdf")


def test_a_paper_that_no_program_opens_is_kept_all_the_same(printing, workplace, screen):
    def refuse(path):
        raise CensusDeskError("Tidak ada program PDF.")

    workplace.open_file = refuse
    printing.print(lambda: lambda: PAPER)

    assert (printing.folder / PAPER.name).exists()
    assert screen.said[-1][0] == "warning"
    assert screen.said[-1][1].endswith("Tidak ada program PDF.")


def test_a_paper_is_saved_where_the_person_says(printing, screen, tmp_path):
    screen.save_path = tmp_path / "edaran.pdf"
    printing.save_as(lambda: lambda: PAPER)

    assert screen.asked_names == [PAPER.name]
    assert screen.save_path.read_bytes() == PAPER.pdf


def test_nothing_is_written_when_the_person_says_nowhere(printing, screen):
    printing.save_as(lambda: lambda: PAPER)

    assert screen.said == []
    assert not printing.folder.exists()


@pytest.mark.parametrize("late", [True, False])
def test_a_refused_paper_is_told_in_words(printing, screen, late):
    def refuse():
        raise CensusDeskError("Penanda tangan belum diisi.")

    printing.print((lambda: refuse) if late else refuse)

    assert screen.said == [("error", "Penanda tangan belum diisi.")]


def test_the_folder_is_made_before_it_is_shown(printing, screen):
    printing.open_folder()

    assert screen.folders == [printing.folder]
    assert printing.folder.is_dir()


def test_without_a_choice_papers_lie_beside_the_register(workplace, tmp_path):
    workplace.preferences.set("papers.folder", None)

    assert Printing(workplace).folder.name == "cetakan"


def test_the_circular_of_the_sample_is_printed_with_its_figures(printing, register, pdf_text):
    letter = next(one for one in register.letters.all() if one.number)
    printing.print(lambda: letter_job(register, letter))
    text = pdf_text(next(printing.folder.iterdir()))

    assert "7.140" in text
    assert "27 persen dari 857.415" in text


def test_one_copy_for_every_office_is_one_file(printing, register, pdf_pages):
    letter = next(one for one in register.letters.all() if one.number)
    printing.long("Lembar", lambda: letter_copies_job(register, letter))
    pages = pdf_pages(next(printing.folder.iterdir()))

    assert len(pages) >= 43
    assert sum("BUPATI KUDUS" in page and "SURAT EDARAN" in page for page in pages) == 43
