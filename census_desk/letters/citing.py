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


# Letters of correspondence have a "hal"; a directive is "tentang" something.
WITH_HAL = (LetterKind.INVITATION, LetterKind.OFFICIAL, LetterKind.COVER)


def cited_whole(letter: Letter, subject: str = "") -> str:
    """The letter cited with its subject: "… tentang Partisipasi …", "… hal Undangan …"."""
    word = "hal" if letter.kind in WITH_HAL else "tentang"
    return f"{cited(letter)} {word} {subject or letter.subject}"


def cited(letter: Letter) -> str:
    """ "Surat Edaran Nomor 470/385/2020 tanggal 13 Februari 2020"; no number, no "Nomor"."""
    number = f" Nomor {letter.number}" if letter.number else ""
    return f"{CITED_AS[letter.kind]}{number} tanggal {long_date(letter.dated_on)}"
