"""A new letter from a template: what the register already knows is filled in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from census_desk.desk import Desk
from census_desk.letters.classification import CENSUS_CODES, family_in_force
from census_desk.letters.letter import Letter, LetterBook, LetterKind
from census_desk.letters.profile import profile_named
from census_desk.people import Letterhead, LetterheadKind, PostKind, Signatory, in_office
from census_desk.resource_files import read_json, read_text

FOLDER = "templates"
# A circular of a regency is the regent's; the secretary signs it only on his behalf.
CIRCULAR_SIGNERS = (PostKind.REGENT, PostKind.VICE_REGENT, PostKind.SECRETARY)
# The kop follows the signatory, not the topic (domain/letters.md 1.2).
KOP_OF_POST: Mapping[PostKind, LetterheadKind] = {
    PostKind.REGENT: LetterheadKind.REGENT,
    PostKind.VICE_REGENT: LetterheadKind.REGENT,
    PostKind.BPS_HEAD: LetterheadKind.BPS,
}
# Letters of different signatories never share a series (domain/letters.md 4).
BOOK_OF_POST: Mapping[PostKind, LetterBook] = {
    PostKind.REGENT: LetterBook.REGENT,
    PostKind.VICE_REGENT: LetterBook.REGENT,
    PostKind.BPS_HEAD: LetterBook.BPS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTemplate:
    """A letter to start from; `bodies` maps a body form of a layout profile to a file name."""

    id: str
    kind: LetterKind
    name: str
    subject: str
    recipients: tuple[str, ...]
    copy_to: tuple[str, ...]
    bodies: Mapping[str, str]


@cache
def letter_templates() -> tuple[LetterTemplate, ...]:
    """The templates that ship with the desk, the most used first."""
    listed = read_json(f"{FOLDER}/templates.json")
    assert isinstance(listed, list)
    return tuple(
        LetterTemplate(
            id=one["id"],
            kind=LetterKind(one["kind"]),
            name=one["name"],
            subject=one["subject"],
            recipients=tuple(one["recipients"]),
            copy_to=tuple(one["copy_to"]),
            bodies=one["bodies"],
        )
        for one in listed
    )


def template_body(template: LetterTemplate, on: date, profile: str = "") -> str:
    """The body in the form that the layout of that day asks for."""
    form = profile_named(profile, on).circular_body_form
    return read_text(f"{FOLDER}/{template.bodies[form]}").strip()


def drafted(
    template: LetterTemplate,
    *,
    letter_id: str,
    on: date,
    desk: Desk,
    signatories: Iterable[Signatory],
    letterheads: Iterable[Letterhead],
) -> Letter:
    """A draft dated that day, with the place of the desk and who may sign it on that day."""
    signatory = signatory_for(template.kind, signatories, on)
    kop = letterhead_for(signatory, letterheads)
    return Letter(
        id=letter_id,
        kind=template.kind,
        subject=template.subject,
        classification=CENSUS_CODES[family_in_force(on)],
        book=book_for(template.kind, signatory),
        dated_on=on,
        place=desk.place,
        recipients=(*template.recipients, *_all_of_regency(template.kind, desk)),
        recipients_at=_addressees_place(desk, on),
        copy_to=tuple(_completed(line, desk) for line in template.copy_to),
        body=template_body(template, on),
        signatory_id=signatory.id if signatory else "",
        letterhead_id=kop.id if kop else "",
    )


def signatory_for(kind: LetterKind, signatories: Iterable[Signatory], on: date) -> Signatory | None:
    """Who signs a letter of that kind on that day: all but circulars are the secretary's first."""
    present = tuple(signatories)
    if kind is not LetterKind.CIRCULAR:
        holders = [
            one for one in present if one.post_kind is PostKind.SECRETARY and in_office(one, on)
        ]
        if holders:
            return max(holders, key=lambda one: (one.from_on, one.id))
    return circular_signatory(present, on)


def book_for(kind: LetterKind, signatory: Signatory | None) -> LetterBook:
    """The book a letter of that kind is numbered in: circulars apart, the rest by who signs."""
    if kind is LetterKind.CIRCULAR:
        return LetterBook.CIRCULARS
    return BOOK_OF_POST.get(
        signatory.post_kind if signatory else PostKind.SECRETARY, LetterBook.SECRETARIAT
    )


def circular_signatory(signatories: Iterable[Signatory], on: date) -> Signatory | None:
    """Who signs a circular on that day: the regent (definitive or acting), else the next post.

    Of two holders of one post on one day the one who took it last.
    """
    present = [one for one in signatories if in_office(one, on)]
    for post in CIRCULAR_SIGNERS:
        holders = [one for one in present if one.post_kind is post]
        if holders:
            return max(holders, key=lambda one: (one.from_on, one.id))
    return None


def letterhead_for(
    signatory: Signatory | None, letterheads: Iterable[Letterhead]
) -> Letterhead | None:
    """The letterhead that goes with that signatory; None when the register has none of its kind."""
    if signatory is None:
        return None
    kind = KOP_OF_POST.get(signatory.post_kind, LetterheadKind.REGIONAL)
    return next((one for one in letterheads if one.kind is kind), None)


def _all_of_regency(kind: LetterKind, desk: Desk) -> tuple[str, ...]:
    """A circular goes to all of the regency and says so; other letters name whom they mean."""
    return (f"se-{desk.regency_name}",) if kind is LetterKind.CIRCULAR else ()


def _addressees_place(desk: Desk, on: date) -> str:
    """Only the older layout prints "di – …" below the addressee of a circular (letters.md 2.1)."""
    return desk.place if profile_named("", on).addressee_side == "right" else ""


def _completed(line: str, desk: Desk) -> str:
    """ "Gubernur" and "… Kabupaten" get the names of this desk's own province and regency."""
    if line == "Gubernur" and desk.province_name:
        return f"{line} {desk.province_name.removeprefix('Provinsi ')}"
    if line.endswith(" Kabupaten"):
        return f"{line.removesuffix('Kabupaten')}{desk.regency_name}"
    return line
