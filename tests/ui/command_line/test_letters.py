"""Letters on the command line: the same way as in the window, one sentence for every refusal."""

import json

from PIL import Image

from census_desk.letters.letter import LetterStatus
from census_desk.register import Register
from tests.ui.command_line.conftest import id_told, refused


def letters(path):
    with Register.open(path, actor="uji", read_only=True) as register:
        return register.letters.all()


def draft_id(say, path):
    return id_told(say("draft", path, "edaran-partisipasi-asn"))


def test_a_draft_from_a_template_is_checked_and_issued(sample_file, say):
    letter_id = draft_id(say, sample_file)
    found = json.loads(say("check", sample_file, letter_id, "--json").out)
    assert all(one["severity"] == "saran" for one in found)

    said = say("issue", sample_file, letter_id)
    assert said.code == 0, said
    letter = next(one for one in letters(sample_file) if one.id == letter_id)
    assert letter.status is LetterStatus.NUMBERED
    assert letter.number in said.out


def test_errors_keep_a_letter_from_its_number_unless_a_reason_is_given(sample_file, say):
    letter_id = draft_id(say, sample_file)
    say("edit", sample_file, "surat", letter_id, "classification=500.14.2")
    checked = say("check", sample_file, letter_id)
    assert checked.code == 1
    assert "500.14.2" in checked.out

    assert "belum dapat diterbitkan" in refused(say("issue", sample_file, letter_id))
    assert say("issue", sample_file, letter_id, "--despite", "perintah Sekda").code == 0


def test_what_only_the_drawn_paper_shows_keeps_a_letter_from_its_number_too(sample_file, say):
    letter_id = draft_id(say, sample_file)
    say("edit", sample_file, "surat", letter_id, "copy_to=Gubernur \u0ca0")

    checked = say("check", sample_file, letter_id)

    assert checked.code == 1
    assert "Tembusan" in checked.out and "U+0CA0" in checked.out
    assert "belum dapat diterbitkan" in refused(say("issue", sample_file, letter_id))


def test_an_issued_letter_is_signed_sent_received_and_closed(sample_file, say):
    letter_id = draft_id(say, sample_file)
    say("issue", sample_file, letter_id)
    assert say("sign", sample_file, letter_id).code == 0
    assert "43 OPD" in say("sent", sample_file, letter_id, "--channel", "surel").out
    again = say("sent", sample_file, letter_id, "Setda").lines
    assert again == [
        "1 OPD sudah dicatat terkirim sebelumnya; untuk menghapus catatannya: census-desk unsent"
    ]
    assert "alasan" in refused(say("close", sample_file, letter_id))
    assert "43 OPD" in say("received", sample_file, letter_id, "--by", "Warsiti").out
    assert say("close", sample_file, letter_id).code == 0
    letter = next(one for one in letters(sample_file) if one.id == letter_id)
    assert letter.status is LetterStatus.CLOSED


def test_a_change_is_answered_as_a_change(sample_file, say):
    changed = say("ralat", sample_file, "470/385/2020", "--change")
    assert changed.out.startswith("Draf perubahan: ")


def test_a_reminder_and_a_ralat_are_drafts(sample_file, say):
    before = len(letters(sample_file))
    assert say("remind", sample_file, "470/385/2020", "--list").out.count("\n") == 12
    assert "12 OPD" in say("remind", sample_file, "470/385/2020").out
    assert say("ralat", sample_file, "470/385/2020").out.startswith("Draf ralat: ")
    made = letters(sample_file)[before:]
    assert [bool(one.refers_to_id) for one in made] == [True, True]


def test_a_void_letter_needs_a_reason_and_keeps_its_number(sample_file, say):
    assert say("void", sample_file, "470/385/2020").code == 2
    assert say("void", sample_file, "470/385/2020", "--reason", "salah").code == 0
    assert "BATAL" in say("number", "list", sample_file, "Edaran", "--year", "2020").out


def test_a_letter_is_replaced_by_a_newer_one_and_not_the_other_way_round(sample_file, say):
    old, new = "470/385/2020", "005/16/2020"

    assert "sebelum surat yang diganti" in refused(say("replace", sample_file, new, "--by", old))
    said = say("replace", sample_file, old, "--by", new)

    assert said.out == f"Surat {old} diganti dengan surat {new}.\n"
    letter = next(one for one in letters(sample_file) if one.number == old)
    assert letter.status is LetterStatus.REPLACED
    assert letter.status_note == f"Diganti dengan surat {new}"


def test_numbers_are_reserved_noted_and_listed(sample_file, say):
    say("number", "take", sample_file, draft_id(say, sample_file), "--provisional")
    assert say("number", "reserve", sample_file, "Edaran", "24/02/2020", "--count", "2").out
    elsewhere = say("number", "elsewhere", sample_file, "Edaran", "470/399/2020",
                    "--date", "24/02/2020", "--subject", "Apel")  # fmt: skip
    assert elsewhere.code == 0, elsewhere
    listed = say("number", "list", sample_file, "Edaran", "--year", "2020").out
    for word in ("Sementara", "Cadangan", "SRIKANDI", "Tidak tercatat"):
        assert word in listed
    assert "sudah" in refused(
        say("number", "elsewhere", sample_file, "Edaran", "470/399/2020", "--date", "24/02/2020")
    )


def test_an_incoming_letter_is_entered_passed_down_and_answered(sample_file, say):
    added = say("incoming", "add", sample_file, "sender=BPS", "subject=Permohonan dukungan")
    incoming = id_told(added)
    assert say("incoming", "dispose", sample_file, incoming, "--from", "Sekda",
               "--to", "Asisten I", "--ask", "Siapkan jawaban").code == 0  # fmt: skip
    assert "Asisten I" in say("incoming", "steps", sample_file, incoming).out
    assert say("incoming", "answer", sample_file, incoming, "edaran-partisipasi-asn").code == 0
    assert any(one.incoming_id == incoming for one in letters(sample_file))


def test_a_code_is_verified_by_exit_code(sample_file, say):
    said = say("issue", sample_file, draft_id(say, sample_file))
    code = said.out.strip().rstrip(".").rsplit(" ", 1)[1]
    assert say("verify", sample_file, code).code == 0
    assert say("verify", sample_file, "AAAA-AAAA-AA").code == 1


def test_copies_are_printed_by_range(sample_file, say, tmp_path):
    said = say("copies", sample_file, "470/385/2020", "--first", "2", "--last", "3",
               "--each", "--to", tmp_path / "lembar")  # fmt: skip
    assert said.code == 0, said
    assert len(list((tmp_path / "lembar").glob("*.pdf"))) == 2
    assert "43 lembar" in refused(say("copies", sample_file, "470/385/2020", "--first", "99"))


def test_the_books_tell_their_patterns_and_are_printed(sample_file, say, tmp_path):
    books = say("number", "books", sample_file).out
    assert "{klasifikasi}/{urut}/{tahun}" in books
    assert "386" in books  # the next of the circulars
    assert say("number", "print", sample_file, "Edaran", "--to", tmp_path).code == 0
    assert say("incoming", "print", sample_file, "--to", tmp_path).code == 0
    assert {one.name for one in tmp_path.glob("Agenda*.pdf")} == {
        "Agenda Surat Keluar Buku Surat Edaran 2020.pdf",
        "Agenda Surat Masuk 2020.pdf",
    }


def test_a_book_is_changed_once_the_books_are_saved(sample_file, say):
    assert say("number", "books", sample_file, "--save").code == 0
    assert say("edit", sample_file, "buku", "Edaran", "pattern=SE/{urut:3}/{tahun}").code == 0

    letter_id = draft_id(say, sample_file)
    assert say("issue", sample_file, letter_id).code == 0

    assert "SE/386/2020" in [one.number for one in letters(sample_file)]


def test_why_a_number_is_on_no_letter_is_told_whole(sample_file, say):
    listed = say("number", "list", sample_file, "Edaran").out

    assert "1–384: Belum dicatat di meja ini; lihat buku agenda sebelumnya." in listed


def test_copies_for_offices_are_noted_as_printed_unless_asked_not_to(sample_file, say, tmp_path):
    letter_id = draft_id(say, sample_file)
    say("issue", sample_file, letter_id)

    assert say("copies", sample_file, letter_id, "--no-note", "--to", tmp_path).code == 0
    assert printed(sample_file, letter_id) == 0
    assert say("copies", sample_file, letter_id, "--last", "5", "--to", tmp_path).code == 0
    assert printed(sample_file, letter_id) == 5


def printed(path, letter_id):
    with Register.open(path, actor="uji", read_only=True) as register:
        rows = register.deliveries.all()
        return sum(one.letter_id == letter_id and bool(one.printed_on) for one in rows)


def test_a_receipt_is_kept_with_the_offices_that_signed_it(sample_file, say, tmp_path):
    page = tmp_path / "tanda terima.png"
    Image.new("L", (60, 80), 255).save(page)
    said = say("received", sample_file, "470/385/2020", "RSUD", "--by", "Ani", "--scan", page)
    assert "1 OPD" in said.out, said

    with Register.open(sample_file, actor="uji", read_only=True) as register:
        office = next(one for one in register.offices.all() if one.code == "RSUD")
        row = next(one for one in register.deliveries.all() if one.office_id == office.id)
        assert register.scans.get(row.receipt_scan_id).name == page.name


def test_a_receipt_that_is_no_scan_leaves_nothing_noted(sample_file, say, tmp_path):
    page = tmp_path / "tanda terima.png"
    page.write_bytes(b"bukan gambar")

    sentence = refused(
        say("received", sample_file, "470/385/2020", "RSUD", "--by", "Ani", "--scan", page)
    )

    assert "bukan PDF, PNG, atau JPEG" in sentence
    with Register.open(sample_file, actor="uji", read_only=True) as register:
        assert not any(one.received_by == "Ani" for one in register.deliveries.all())
        assert register.scans.count() == 0


def test_a_deadline_is_set_and_a_note_of_sending_taken_back(sample_file, say):
    assert "43 OPD" in say("reply-due", sample_file, "470/385/2020", "20/02/2020").out
    assert say("remind", sample_file, "470/385/2020", "--list").out.count("belum dijawab") == 31
    assert "1 OPD" in say("unsent", sample_file, "470/385/2020", "RSUD").out
    assert "RSUD" not in say("remind", sample_file, "470/385/2020", "--list").out


def test_an_unknown_template_is_told_where_to_look(sample_file, say):
    assert "templates" in refused(say("draft", sample_file, "xyz"))
    assert "edaran-partisipasi-asn" in say("templates", "list").out
