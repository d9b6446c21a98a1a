"""Surat edaran in both layouts: kop, addressee, title, body, date, signature, tembusan.

Order and wording come from the profile (letters.md 2.1). A circular is a directive: SURAT EDARAN /
NOMOR / TENTANG stand centred, and it has no Sifat, Lampiran or Hal.
"""

from collections.abc import Sequence

from census_desk.letters.profile import REGULATING
from reports.layout import BLOCK_GAP
from reports.letters.content import Copy, LetterContent
from reports.letters.press import Step, print_copies, print_letter
from reports.letters.setting import (
    AddresseeHere,
    BodyHere,
    LetterForm,
    Piece,
    Setting,
    head_date,
    tail,
    title_block,
)


def circular(content: LetterContent) -> bytes:
    """The letter as PDF. Raises DoesNotFit and MissingGlyph, each naming the field."""
    return print_letter(CIRCULAR, content)


def circular_copies(
    content: LetterContent, copies: Sequence[Copy], step: Step | None = None
) -> bytes:
    """One copy after the other in one file, each with its own addressee."""
    return print_copies(CIRCULAR, content, copies, step)


def _pieces(setting: Setting) -> list[Piece]:
    """The blocks in the profile's order."""
    profile, content = setting.profile, setting.content
    at_head = profile.circular_date_place == "head-right"
    enacted = (profile.circular_enacted_line, profile.circular_enacted_on_line)
    title = title_block(
        setting,
        profile.circular_title,
        about=content.subject,
        word=profile.circular_about_word,
    )
    blocks: dict[str, Sequence[Piece]] = {
        "addressee": [AddresseeHere(before=BLOCK_GAP)],
        "title": [title],
        "body": [BodyHere(source=content.body)],
        "date": [head_date(setting)] if at_head else [],
        "signature": tail(setting, () if at_head else enacted),
        "copies": [],
    }
    return [piece for name in profile.circular_order for piece in blocks[name]]


CIRCULAR = LetterForm(title="SURAT EDARAN", group=REGULATING, pieces=_pieces, as_directive=True)
