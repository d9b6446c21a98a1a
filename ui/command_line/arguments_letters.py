"""The commands on letters, number books and incoming mail, with their words."""

from argparse import ArgumentTypeError, _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from census_desk.letters.delivery import Acted, Channel
from census_desk.letters.ledger.reserving import BLOCK, SRIKANDI
from census_desk.words import _
from ui.command_line import follow_up, letters, mail, numbers
from ui.command_line.parsing import Parser

Make = Callable[..., Parser]
AUDIENCES = ("opd", "desa", "petugas")


def add_letter_commands(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    """`make(commands, name, run, told)` adds one command with what all of them share."""
    _add_drafting(commands, make)
    _add_steps(commands, make)
    _add_follow_up(commands, make)
    _add_numbers(commands, make)
    _add_incoming(commands, make)
    _add_papers(commands, make)


def _add_drafting(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    draft = make(commands, "draft", mail.draft_letter, _("draf surat dari templat"))
    _register(draft)
    draft.add_argument(
        "template", metavar=_("TEMPLAT"), help=_("lihat: census-desk templates list")
    )
    draft.add_argument("--session", default="", metavar=_("SESI"), help=_("sesi yang diundang"))
    draft.add_argument("--visit", default="", metavar=_("KUNJUNGAN"))
    draft.add_argument("--letter", default="", metavar=_("SURAT"), help=_("surat yang dirujuk"))


def _add_steps(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    issue = make(commands, "issue", letters.issue_letter, _("terbitkan: nomor dan naskah beku"))
    _letter(issue)
    issue.add_argument("--despite", metavar=_("ALASAN"), default="",
                       help=_("terbitkan walau ada kesalahan"))  # fmt: skip
    issue.add_argument("--reserved", action="store_true", help=_("pakai nomor cadangan hari itu"))
    issue.add_argument("--after", metavar=_("NOMOR"), default="", help=_("sisipkan sesudahnya"))
    issue.add_argument("--reason", metavar=_("ALASAN"), default="", help=_("alasan sisipan"))
    sign = make(commands, "sign", letters.sign_letter, _("surat sudah ditandatangani"))
    _letter(sign)
    sign.add_argument("--scan", type=Path, metavar=_("BERKAS"), help=_("pindaiannya"))
    close = make(commands, "close", letters.close_letter, _("surat selesai"))
    _letter(close)
    close.add_argument("--reason", metavar=_("ALASAN"), default="")
    for name, run, told in (
        ("void", letters.void_letter, _("batalkan surat; nomornya tetap BATAL")),
        ("revise", letters.revise_letter, _("buka surat terbit untuk revisi")),
    ):
        command = make(commands, name, run, told)
        _letter(command)
        command.add_argument("--reason", metavar=_("ALASAN"), required=True)
    replaced = make(commands, "replace", letters.replace_letter, _("surat diganti surat lain"))
    _letter(replaced)
    replaced.add_argument("--by", required=True, metavar=_("SURAT"), help=_("surat penggantinya"))


def _add_follow_up(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    sent = make(commands, "sent", follow_up.note_sent, _("surat terkirim ke OPD"))
    _offices(sent)
    sent.add_argument("--channel", metavar=_("CARA"), default=Channel.COURIER.value)
    sent.add_argument("--by", metavar=_("NAMA"), default="", help=_("siapa yang mengirim"))
    received = make(commands, "received", follow_up.note_received, _("surat diterima OPD"))
    _offices(received)
    received.add_argument("--by", metavar=_("NAMA"), required=True, help=_("siapa yang menerima"))
    received.add_argument("--scan", type=Path, metavar=_("BERKAS"), help=_("tanda terimanya"))
    due = make(commands, "reply-due", follow_up.set_due, _("batas jawaban OPD"))
    _letter(due)
    due.add_argument("on", metavar=_("TANGGAL"))
    due.add_argument("offices", nargs="*", metavar="OPD", help=_("kosong: semua OPD surat"))
    replied = make(commands, "replied", follow_up.note_replied, _("OPD menjawab surat"))
    _offices(replied)
    replied.add_argument("--acted", choices=[one.value for one in Acted if one])
    unsent = make(commands, "unsent", follow_up.clear, _("hapus catatan pengiriman OPD"))
    _letter(unsent)
    unsent.add_argument("offices", nargs="+", metavar="OPD")
    reminding = make(commands, "remind", letters.remind, _("draf pengingat yang terlambat"))
    _letter(reminding)
    reminding.add_argument("--list", action="store_true", help=_("hanya sebutkan OPD-nya"))
    ralat = make(commands, "ralat", letters.correct, _("draf ralat atau perubahan surat"))
    _register(ralat)
    ralat.add_argument("letter", nargs="?", default="", metavar=_("SURAT"))
    ralat.add_argument("--change", action="store_true", help=_("perubahan, bukan ralat"))
    ralat.add_argument("--list", action="store_true", help=_("surat yang tidak lagi sesuai"))


def _add_numbers(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    group = commands.add_parser("number", help=_("buku nomor surat"))
    group.prog = "census-desk number"
    each = group.add_subparsers(metavar=_("PERINTAH"), dest="action", required=True)
    listing = make(each, "list", numbers.list_numbers, _("isi buku satu tahun"), "number")
    _book(listing)
    listing.add_argument("--year", type=_year, metavar=_("TAHUN"))
    books = make(each, "books", numbers.list_books, _("buku nomor dan polanya"), "number")
    _register(books)
    books.add_argument("--save", action="store_true", help=_("simpan buku bawaan untuk diubah"))
    page = make(each, "print", numbers.print_book, _("agenda surat keluar sebagai PDF"), "number")
    _book(page)
    page.add_argument("--year", type=_year, metavar=_("TAHUN"))
    _folder(page)
    taking = make(each, "take", numbers.take, _("ambil nomor untuk surat"), "number")
    _letter(taking)
    taking.add_argument("--provisional", action="store_true", help=_("nomor sementara"))
    reserve = make(each, "reserve", numbers.reserve, _("cadangkan nomor satu hari"), "number")
    _book(reserve)
    reserve.add_argument("date", metavar=_("TANGGAL"))
    reserve.add_argument("--count", type=_count, default=BLOCK, metavar=_("BANYAK"))
    reserve.add_argument("--code", default="", metavar=_("KODE"), help=_("klasifikasi"))
    other = make(each, "elsewhere", numbers.elsewhere, _("catat nomor dari luar"), "number")
    _book(other)
    other.add_argument("number", metavar=_("NOMOR"))
    other.add_argument("--date", required=True, metavar=_("TANGGAL"))
    other.add_argument("--subject", default="", metavar=_("URAIAN"))
    other.add_argument("--system", default=SRIKANDI, metavar=_("SISTEM"))
    insert = make(each, "insert", numbers.insert, _("sisipkan surat (12.a)"), "number")
    _letter(insert)
    insert.add_argument("--after", required=True, metavar=_("NOMOR"))
    insert.add_argument("--reason", required=True, metavar=_("ALASAN"))
    gone = make(each, "void", numbers.void, _("batalkan satu nomor"), "number")
    _register(gone)
    gone.add_argument("number", metavar=_("NOMOR"))
    gone.add_argument("--reason", required=True, metavar=_("ALASAN"))


def _add_incoming(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    group = commands.add_parser("incoming", help=_("surat masuk dan disposisi"))
    group.prog = "census-desk incoming"
    each = group.add_subparsers(metavar=_("PERINTAH"), dest="action", required=True)
    add = make(each, "add", mail.add_incoming, _("catat surat masuk"), "incoming")
    _register(add)
    add.add_argument("values", nargs="*", metavar=_("ISIAN=NILAI"))
    add.add_argument("--file", action="append", default=[], metavar=_("ISIAN=BERKAS"))
    add.add_argument("--scan", type=Path, metavar=_("BERKAS"), help=_("pindaiannya"))
    dispose = make(each, "dispose", mail.dispose_incoming, _("disposisikan"), "incoming")
    _letter(dispose)
    dispose.add_argument("--from", dest="giver", required=True, metavar=_("JABATAN"))
    dispose.add_argument("--to", action="append", required=True, metavar=_("JABATAN"))
    dispose.add_argument("--ask", action="append", default=[], metavar=_("PERMINTAAN"))
    dispose.add_argument("--note", default="", metavar=_("CATATAN"))
    dispose.add_argument("--on", default="", metavar=_("TANGGAL"))
    dispose.add_argument("--due", default="", metavar=_("TANGGAL"))
    done = make(each, "done", mail.finish_incoming, _("disposisi selesai"), "incoming")
    _register(done)
    done.add_argument("disposition", metavar="ID")
    done.add_argument("--on", default="", metavar=_("TANGGAL"))
    steps = make(each, "steps", mail.show_dispositions, _("disposisi satu surat"), "incoming")
    _letter(steps)
    page = make(each, "print", mail.print_agenda, _("agenda surat masuk sebagai PDF"), "incoming")
    _register(page)
    page.add_argument("--year", type=_year, metavar=_("TAHUN"))
    _folder(page)
    answer = make(each, "answer", mail.answer_incoming, _("draf jawaban"), "incoming")
    _letter(answer)
    answer.add_argument("template", metavar=_("TEMPLAT"))


def _add_papers(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    verify = make(commands, "verify", mail.verify_shown, _("periksa kode arsip atau naskah"))
    verify.add_argument(
        "shown",
        nargs="+",
        metavar=_("[REGISTER] KODE|BERKAS"),
        help=_("tanpa register: yang terakhir dibuka di jendela"),
    )
    verify.usage = f"{verify.prog} [-h] [--as {_('NAMA')}] {_('[REGISTER] KODE|BERKAS')}"
    copies = make(commands, "copies", mail.print_copies, _("cetak untuk banyak penerima"))
    _letter(copies)
    copies.add_argument("--audience", choices=AUDIENCES, default=AUDIENCES[0])
    copies.add_argument("--first", type=_count, default=1, metavar=_("LEMBAR"))
    copies.add_argument("--last", type=_count, default=None, metavar=_("LEMBAR"))
    copies.add_argument("--each", action="store_true", help=_("satu berkas tiap penerima"))
    copies.add_argument("--receipts", action="store_true", help=_("tanda terima"))
    copies.add_argument("--no-note", action="store_true", help=_("jangan catat tanggal cetaknya"))
    _folder(copies)


def _register(command: Parser) -> None:
    command.add_argument("register", type=Path, metavar="REGISTER", help=_("berkas .censusdesk"))


def _letter(command: Parser) -> None:
    _register(command)
    command.add_argument("letter", metavar=_("SURAT"), help=_("id, nomor, atau awal judul"))


def _offices(command: Parser) -> None:
    _letter(command)
    command.add_argument("offices", nargs="*", metavar="OPD", help=_("kosong: semua OPD surat"))
    command.add_argument("--on", default="", metavar=_("TANGGAL"))


def _book(command: Parser) -> None:
    _register(command)
    command.add_argument("book", metavar=_("BUKU"), help=_("kunci atau awal nama buku"))


def _folder(command: Parser) -> None:
    command.add_argument("--to", type=Path, default=Path(), metavar=_("FOLDER"))
    command.add_argument("--force", action="store_true", help=_("timpa berkas yang sudah ada"))


def _year(text: str) -> int:
    if not (text.isdecimal() and len(text) == 4 and text[0] in "12"):
        raise ArgumentTypeError(_("tulis tahun dengan empat angka, misalnya 2020"))
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(_("tulis bilangan mulai 1"))
    return int(text)
