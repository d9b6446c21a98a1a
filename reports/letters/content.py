"""What a letter is printed from, whatever its kind: finished records and filled texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from census_desk.letters.letter import Assignee, Attachment, CoverItem, LetterKind, Nature
from census_desk.letters.profile import LayoutProfile
from census_desk.people import Letterhead, Signatory

EMPTY = "…"  # the place of a number or date that is not there yet


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveMark:
    """Kode arsip: the signs people read, and what the QR beside them holds. No signature."""

    code: str
    qr: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The session or visit a notula, report or berita acara speaks about.

    `invitation` cites the letter that called people to it; None counts are not known. `turnout`
    tells unit by unit how many were invited and came.
    """

    called: str
    title: str
    held_on: date
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = "WIB"
    venue: str = ""
    invitation: str = ""
    people: tuple[tuple[str, str], ...] = ()
    participants: tuple[str, ...] = ()
    invited_count: int = 0
    attended_count: int | None = None
    turnout: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """A finished letter: fields of the body already filled, `emblem` in base64 ("" for none).

    `listed` are the addressees of "Yth. Daftar Terlampir". Fields that differ from copy to copy
    stay in the body as typed; each Copy brings its own values.
    """

    kind: LetterKind = LetterKind.CIRCULAR
    profile: LayoutProfile
    letterhead: Letterhead
    emblem: str = ""
    number: str = ""
    nature: Nature = Nature.ORDINARY
    subject: str
    dated_on: date
    place: str
    recipients: tuple[str, ...] = ()
    recipients_at: str = ""
    listed: tuple[str, ...] = ()
    body: str = ""
    assignees: tuple[Assignee, ...] = ()
    items: tuple[CoverItem, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    attachment_count: int = 0
    attachment_unit: str = "berkas"
    signatory: Signatory
    on_behalf_of: str = ""
    copy_to: tuple[str, ...] = ()
    electronic: bool = False
    archive: ArchiveMark | None = None
    event: Event | None = None
    regency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One office's copy: who it is for, and its own {fields} of the body ({} when all share it)."""

    recipients: tuple[str, ...]
    recipients_at: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
