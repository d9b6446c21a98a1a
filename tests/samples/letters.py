"""Letters of every kind from the sample campaign, in both layouts, and what strains them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from census_desk.letters.incoming import Disposition, IncomingLetter
from census_desk.letters.ledger.adopting import take_over
from census_desk.letters.letter import (
    Assignee,
    Attachment,
    CoverItem,
    Letter,
    LetterKind,
    LetterStatus,
    Nature,
)
from census_desk.people import LetterheadKind, PostKind
from census_desk.register import Register
from ui.papers import (
    disposition_pdf,
    expedition_pdf,
    incoming_book_pdf,
    letter_job,
    outgoing_book_pdf,
    receipts_pdf,
)

LAYOUT_DAYS = {"2020": date(2020, 2, 17), "2026": date(2026, 2, 17)}
LONG_TIMES = 6
LONG_LIST = 24
ONE_LINE = "Terima kasih atas kerja sama Saudara."
INVITATION = """Sehubungan dengan {nama_sensus}, dengan ini mengharap kehadiran Saudara pada:

hari, tanggal : Jumat, 20 Februari 2026
waktu : pukul 09.00 WIB s.d. selesai
tempat : Pendopo {kabupaten}
acara : Rapat koordinasi persiapan {nama_sensus} secara daring

Mengingat pentingnya acara tersebut, diharap hadir tepat waktu dan membawa rekapitulasi berikut:

| Perangkat daerah | Jumlah ASN | Selesai mengisi |
|---|:---:|---:|
| Dinas Pendidikan | 2.140 | 1.120 |
| Dinas Kesehatan | 812 | 640 |

Demikian untuk menjadi perhatian dan atas kehadiran Saudara disampaikan terima kasih."""
ASSIGNMENT = """## Dasar

1. Undang-Undang Nomor 16 Tahun 1997 tentang Statistik; dan
2. Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia.

## Untuk

1. melaksanakan pendampingan teknis pengisian {nama_sensus} secara daring; dan
2. melaporkan hasil pelaksanaannya kepada Sekretaris Daerah."""
NOTULA = """1. Kata pembukaan

   Rapat dibuka oleh pimpinan rapat dan dilanjutkan dengan paparan Badan Pusat Statistik.
2. Pembahasan
   a. jadwal pengisian daring dan wawancara;
   b. kesiapan Nomor Induk Kependudukan dan Kartu Keluarga; dan
   c. pendampingan teknis bagi perangkat daerah.
3. Keputusan

   | Tindak lanjut | Pelaksana | Batas waktu |
   |---|---|---|
   | Menyampaikan rekapitulasi | Semua perangkat daerah | Setiap Jumat |
   | Mengajukan jadwal sosialisasi | Semua perangkat daerah | 28 Februari |"""
REPORT = """## A. Pendahuluan

1. **Umum**

   {nama_sensus} di {kabupaten} memerlukan peran serta seluruh perangkat daerah.
2. **Dasar**

   Undang-Undang Nomor 16 Tahun 1997 tentang Statistik.

## B. Kegiatan yang Dilaksanakan

[kegiatan]

## C. Hasil yang Dicapai

[hasil]

## D. Simpulan dan Saran

Kegiatan berjalan lancar; perangkat daerah yang belum hadir diundang pada kesempatan berikutnya.

## E. Penutup

Demikian laporan ini dibuat untuk dipergunakan sebagaimana mestinya."""
MINUTES = "PIHAK PERTAMA menyerahkan perlengkapan kepada PIHAK KEDUA dengan rincian berikut:"
BODIES = {
    LetterKind.INVITATION: INVITATION,
    LetterKind.OFFICIAL: INVITATION,
    LetterKind.ASSIGNMENT: ASSIGNMENT,
    LetterKind.COVER: "",
    LetterKind.NOTULA: NOTULA,
    LetterKind.REPORT: REPORT,
    LetterKind.MINUTES: MINUTES,
}
# How often a body is told over to fill three pages.
LONGEST_TIMES = {
    LetterKind.INVITATION: 6,
    LetterKind.OFFICIAL: 6,
    LetterKind.ASSIGNMENT: 12,
    LetterKind.COVER: 1,
    LetterKind.NOTULA: 5,
    LetterKind.REPORT: 3,
    LetterKind.MINUTES: 8,
}
PEOPLE = (
    Assignee(
        name="Rina Puspitasari, S.Si.",
        nip="198609262015052001",
        rank="Penata Muda Tingkat I (III/b)",
        position="Statistisi Ahli Pertama",
    ),
    Assignee(name="Sulistyo Hadi, S.Kom.", position="Mitra statistik"),
)
GOODS = (
    CoverItem(what="Rekapitulasi jumlah ASN yang telah selesai mengisi", count="2 (dua) berkas"),
    CoverItem(what="Daftar hadir sosialisasi", count="1 (satu) bendel", note="Untuk diketahui"),
)
Made = tuple[str, bytes]


def kinds(register: Register) -> Iterator[Made]:
    """Every kind beside the circular in both layouts, with the longest addressee."""
    for layout, day in LAYOUT_DAYS.items():
        for kind, body in BODIES.items():
            letter = written(register, kind, day, body=body)
            yield f"{kind.value.replace(' ', '-')}-{layout}", letter_job(register, letter)().pdf


def lengths(register: Register) -> Iterator[Made]:
    """Every kind with a text of one line and with one of three pages or more, in both layouts."""
    for layout, day in LAYOUT_DAYS.items():
        for kind, body in BODIES.items():
            name = kind.value.replace(" ", "-")
            short = written(register, kind, day, body=ONE_LINE)
            yield f"{name}-satu-baris-{layout}", letter_job(register, short)().pdf
            long = replace(short, body="\n\n".join([body or INVITATION] * LONGEST_TIMES[kind]))
            if long.items:
                long = replace(long, items=GOODS * LONG_LIST)
            yield f"{name}-panjang-{layout}", letter_job(register, long)().pdf


def strains(register: Register) -> Iterator[Made]:
    """One line, three pages, lampiran, a list of addressees, many people, a letter for a TTE."""
    for layout, day in LAYOUT_DAYS.items():
        official = written(register, LetterKind.OFFICIAL, day, body=ONE_LINE)
        many = written(register, LetterKind.ASSIGNMENT, day, body=ASSIGNMENT)
        table = Attachment(title="Rekapitulasi Pengisian", body=INVITATION.split("\n\n")[3])
        cases = {
            "satu-baris": official,
            "tiga-halaman": replace(official, body="\n\n".join([INVITATION] * LONG_TIMES)),
            "lampiran": replace(
                official, body=INVITATION, attachments=(table, table), recipients_attached=True
            ),
            "surat-tugas-banyak": replace(many, assignees=PEOPLE * 8),
            "tte": replace(official, body=INVITATION, electronic=True, attachment_count=1),
        }
        for name, letter in cases.items():
            yield f"{name}-{layout}", letter_job(register, letter)().pdf


def mail(register: Register) -> Iterator[Made]:
    """Receipts, the books, and a disposition before and after it was given."""
    issued = next(one for one in register.letters.all() if one.status is not LetterStatus.DRAFT)
    yield "tanda-terima", receipts_pdf(register, issued.id).pdf
    yield "buku-ekspedisi", expedition_pdf(register, issued.id).pdf
    take_over(register)
    for book in register.books.all():
        if any(one.book == book.key for one in register.numbers.all()):
            yield f"agenda-keluar-{book.key}", outgoing_book_pdf(register, book.id).pdf
    incoming = asked_by_bps(register)
    yield "lembar-disposisi-kosong", disposition_pdf(register, incoming.id).pdf
    dispose(register, incoming)
    yield "lembar-disposisi", disposition_pdf(register, incoming.id).pdf
    yield "agenda-masuk", incoming_book_pdf(register, year=incoming.received_on.year).pdf


def written(register: Register, kind: LetterKind, day: date, *, body: str) -> Letter:
    """A letter of the secretariat of that day, to the office with the longest name."""
    longest = max(register.offices.all(), key=lambda office: len(office.name))
    signatory = next(
        one for one in register.signatories.all() if one.post_kind is PostKind.SECRETARY
    )
    kop = next(one for one in register.letterheads.all() if one.kind is LetterheadKind.REGIONAL)
    held = [one for one in register.sessions.all() if one.attended_count is not None]
    return Letter(
        id=register.ids(),
        kind=kind,
        subject="Rapat Koordinasi Persiapan Sensus Penduduk Secara Daring",
        nature=Nature.URGENT,
        number="005/214/2020" if day.year == 2020 else "000.1.5/214/2026",
        dated_on=day,
        place="Kudus",
        letterhead_id=kop.id,
        signatory_id=signatory.id,
        on_behalf_of="BUPATI KUDUS",
        recipients=(f"Kepala {longest.name}",),
        recipients_at="Kudus",
        body=body,
        assignees=PEOPLE if kind in (LetterKind.ASSIGNMENT, LetterKind.MINUTES) else (),
        items=GOODS if kind in (LetterKind.COVER, LetterKind.MINUTES) else (),
        copy_to=("Bupati Kudus", "Kepala BPS Kabupaten Kudus"),
        session_id=(held or register.sessions.all())[0].id,
    )


def asked_by_bps(register: Register) -> IncomingLetter:
    """The sample's first incoming letter, or one like it."""
    if kept := register.incoming_letters.all():
        return kept[0]
    incoming = IncomingLetter(
        id=register.ids(),
        agenda_number="45",
        received_on=date(2020, 2, 5),
        sender="Kepala BPS Kabupaten Kudus",
        number="B-045/33190/SS.100/02/2020",
        dated_on=date(2020, 2, 3),
        subject="Permohonan dukungan pelaksanaan Sensus Penduduk 2020",
        nature=Nature.URGENT,
    )
    with register.change("Contoh surat masuk"):
        register.incoming_letters.add(incoming)
    return incoming


def dispose(register: Register, incoming: IncomingLetter) -> None:
    """Hand the letter down once, unless the sample has done so."""
    if any(one.incoming_id == incoming.id for one in register.dispositions.all()):
        return
    with register.change("Contoh disposisi"):
        register.dispositions.add(
            Disposition(
                id=register.ids(),
                incoming_id=incoming.id,
                from_post="Sekretaris Daerah",
                to_posts=("Asisten Pemerintahan dan Kesejahteraan Rakyat",),
                instructions=("Proses lebih lanjut", "Siapkan jawaban"),
                note="Siapkan surat edaran kepada seluruh perangkat daerah.",
                on=incoming.received_on,
            )
        )
