"""How a letter is named in another: kind, number and date (papers are always Indonesian)."""

from census_desk.indonesian import long_date
from census_desk.letters.letter import Letter, LetterKind

CITED_AS = {
    LetterKind.CIRCULAR: "Surat Edaran",
    LetterKind.INVITATION: "Surat Undangan",
    LetterKind.OFFICIAL: "Surat",
    LetterKind.ASSIGNMENT: "Surat Tugas",
    LetterKind.COVER: "Surat Pengantar",
    LetterKind.NOTULA: "Notula",
    LetterKind.REPORT: "Laporan",
    LetterKind.MINUTES: "Berita Acara",
}


def cited(letter: Letter) -> str:
    """ "Surat Edaran Nomor 470/385/2020 tanggal 13 Februari 2020"; no number, no "Nomor"."""
    number = f" Nomor {letter.number}" if letter.number else ""
    return f"{CITED_AS[letter.kind]}{number} tanggal {long_date(letter.dated_on)}"
