"""What only the drawn paper of a letter shows: the checker looks at it before a number is spent."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from census_desk.errors import CensusDeskError
from census_desk.letters.checker.facts import DrawnFacts
from census_desk.words import N_, _
from ui.papers.letters import letter_content

if TYPE_CHECKING:
    from census_desk.letters.letter import Letter
    from census_desk.register import Register
    from reports.letters.content import LetterContent

# What the papers call a place, and the Letter's field a clerk mends it in; the text for all else.
FIELD_OF: Mapping[str, str] = {
    N_("Kop"): "letterhead_id",
    N_("Nomor"): "number",
    N_("Tempat"): "place",
    N_("Tentang"): "subject",
    N_("Perihal"): "subject",
    N_("Hal"): "subject",
    N_("Alamat tujuan (Yth.)"): "recipients",
    N_("Tembusan"): "copy_to",
    N_("Lampiran"): "attachments",
    N_("Judul lampiran"): "attachments",
    N_("Isi lampiran"): "attachments",
    N_("Petugas"): "assignees",
    N_("Daftar barang"): "items",
    N_("Penanda tangan"): "signatory_id",
    N_("Jabatan"): "signatory_id",
    N_("Nama penanda tangan"): "signatory_id",
    N_("Pangkat dan NIP"): "signatory_id",
    N_("Peserta"): "session_id",
    N_("Pimpinan rapat"): "session_id",
}


def drawn_facts(register: "Register", letter: "Letter") -> DrawnFacts | None:
    """Pages, a lonely signature, signs without a glyph, a field that does not fit.

    None where the letter is not whole enough to draw: the checker says what it lacks.
    """
    from reports.errors import AnchorTaken, BadPicture, DoesNotFit, MissingGlyph, UnknownFont
    from reports.letters.forms import drawn_letter

    try:
        content = letter_content(register, letter, issued=True)
    except CensusDeskError:
        return None
    try:
        paper = drawn_letter(content)
    except MissingGlyph as missing:
        signs = (missing.char, *_without_glyph(content))
        return DrawnFacts(missing_glyphs=signs, field=_field_of(missing.field))
    except (DoesNotFit, AnchorTaken) as refused:
        return DrawnFacts(refused=str(refused), field=_field_of(refused.field))
    except UnknownFont as refused:
        return DrawnFacts(refused=str(refused), field="profile")
    except BadPicture as refused:
        return DrawnFacts(refused=str(refused), field="letterhead_id")
    return DrawnFacts(page_count=paper.page_count, is_signature_alone=paper.is_signature_alone)


def _field_of(place: str) -> str:
    called = (field for name, field in FIELD_OF.items() if place in (name, _(name)))
    return next(called, "body")


def _without_glyph(content: "LetterContent") -> tuple[str, ...]:
    """Every sign of the text that its font lacks, so that all are told at once."""
    from reports.fonts import family, printable
    from reports.text import cleaned

    has = printable(family(content.profile.body_font).regular)
    return tuple(sorted(set(cleaned(content.body)) - set(has)))
