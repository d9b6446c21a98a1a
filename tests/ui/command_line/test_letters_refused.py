"""Mistakes and hostile files with letters: one sentence each, and nothing half done."""

import pytest

from census_desk.register import Register
from tests.ui.command_line.conftest import id_told, refused

CIRCULAR = "470/385/2020"


def counts(path):
    with Register.open(path, actor="uji", read_only=True) as register:
        names = ("letters", "incoming_letters", "scans", "numbers", "templates", "classifications")
        return register.rev, {name: register.collection(name).count() for name in names}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\nrusak", "rusak"),
        (b"%PDF-1.4 rusak", "rusak"),
        (b"teks", "bukan PDF, PNG, atau JPEG"),
    ],
    ids=["png", "pdf", "text"],
)
def test_a_letter_is_entered_with_its_page_or_not_at_all(
    sample_file, say, tmp_path, content, sentence
):
    page = tmp_path / "surat masuk.png"
    page.write_bytes(content)
    before = counts(sample_file)

    said = say("incoming", "add", sample_file, "sender=BPS", "subject=Dukungan", "--scan", page)

    assert sentence in refused(said)
    assert counts(sample_file) == before


def test_a_csv_with_an_endless_cell_is_told_by_its_line(sample_file, say, tmp_path):
    path = tmp_path / "kode.csv"
    path.write_text(f"Kode;Uraian\n400.9.1;{'x' * 200_000}\n", encoding="utf-8")
    before = counts(sample_file)

    sentence = refused(say("codes", "import", sample_file, path))

    assert "baris 2 terlalu panjang" in sentence
    assert counts(sample_file) == before


@pytest.mark.parametrize("year", ["0", "-5", "99999", "dua"])
def test_a_year_is_four_digits(sample_file, say, year):
    assert say("number", "list", sample_file, "Edaran", "--year", year).code == 2


def test_a_text_in_another_script_is_told_by_a_few_signs(sample_file, say, tmp_path):
    body = tmp_path / "isi.txt"
    body.write_text("".join(map(chr, range(0x4E00, 0x4E60))), encoding="utf-8")
    letter_id = id_told(say("draft", sample_file, "edaran-partisipasi-asn"))
    say("edit", sample_file, "surat", letter_id, "--file", f"body={body}")

    told = say("check", sample_file, letter_id)

    assert told.code == 1
    assert told.out.count("tidak dapat dicetak") == 6
    assert "Masih ada 91 tanda lain" in told.out


def test_a_number_that_is_not_there_and_a_paper_that_is_not_there_are_told(sample_file, say):
    letter_id = id_told(say("draft", sample_file, "edaran-partisipasi-asn"))
    told = say("number", "insert", sample_file, letter_id, "--after", "470/1/2020", "--reason", "x")

    assert "tidak ada di buku nomor" in refused(told)
    assert "hilang.pdf" in refused(say("verify", sample_file, "hilang.pdf"))


def test_a_code_of_a_letter_revised_or_void_says_so(sample_file, say):
    letter_id = id_told(say("draft", sample_file, "edaran-partisipasi-asn"))
    first = code_told(say("issue", sample_file, letter_id))
    say("revise", sample_file, letter_id, "--reason", "salah ketik")
    say("edit", sample_file, "surat", letter_id, "subject=Partisipasi ASN")
    second = code_told(say("issue", sample_file, letter_id))

    assert "Sudah diganti" in say("verify", sample_file, first).out
    assert say("verify", sample_file, second).code == 0
    say("void", sample_file, letter_id, "--reason", "salah alamat")
    assert "salah alamat" in say("verify", sample_file, second).out
    assert say("verify", sample_file, second).code == 1


def code_told(said):
    """The archive code at the end of what `issue` says."""
    assert said.code == 0, said
    return said.out.strip().rstrip(".").rsplit(" ", 1)[1]


def test_a_plain_order_number_names_the_row_it_fits_alone(sample_file, say):
    assert say("number", "books", sample_file, "--save").code == 0

    assert "BATAL: 005/16/2020" in say("number", "void", sample_file, "16", "--reason", "uji").out
    assert "tidak ada di buku nomor" in refused(
        say("number", "void", sample_file, "999", "--reason", "uji")
    )
