"""A new letter from a template: what the register already knows is filled in."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from census_desk.calendar import is_working_day, next_working_day
from census_desk.desk import Desk
from census_desk.letters.fields import FIELD
from census_desk.letters.letter import Letter, LetterBook, LetterKind
from census_desk.letters.profile import LayoutProfile, profile_named
from census_desk.letters.templates import (
    LetterTemplate,
    letter_templates,
    template_body,
    template_code,
)
from census_desk.people import Letterhead, LetterheadKind, PostKind, Signatory, in_office

__all__ = ["LetterTemplate", "drafted", "letter_templates", "template_body"]

SETTLED = ("kabupaten", "provinsi", "tempat", "nama_sensus")
NOTHING_KNOWN: Mapping[str, str] = MappingProxyType({})
# A circular of a regency is the regent's; the secretary signs it only on his behalf.
CIRCULAR_SIGNERS = (PostKind.REGENT, PostKind.VICE_REGENT, PostKind.SECRETARY)
# The kop follows the signatory, not the topic (domain/letters.md 1.2).
KOP_OF_POST: Mapping[PostKind, LetterheadKind] = {
    PostKind.REGENT: LetterheadKind.REGENT,
    PostKind.VICE_REGENT: LetterheadKind.REGENT,
    PostKind.BPS_HEAD: LetterheadKind.BPS,
}
# Heads of offices write on the kop of their own office.
OWN_KOP = (PostKind.OFFICE_HEAD, PostKind.DISTRICT_HEAD)
# Letters of different signatories never share a series (domain/letters.md 4).
BOOK_OF_POST: Mapping[PostKind, LetterBook] = {
    PostKind.REGENT: LetterBook.REGENT,
    PostKind.VICE_REGENT: LetterBook.REGENT,
    PostKind.BPS_HEAD: LetterBook.BPS,
}


def drafted(
    template: LetterTemplate,
    *,
    letter_id: str,
    on: date,
    desk: Desk,
    signatories: Iterable[Signatory],
    letterheads: Iterable[Letterhead],
    values: Mapping[str, str] = NOTHING_KNOWN,
    layouts: tuple[LayoutProfile, ...] | None = None,
) -> Letter:
    """A draft dated that day, with the place of the desk and who may sign it on that day.

    `values` fill the {fields} of the subject that no later edit changes: lists show it long before
    the letter is issued. The others stay. `layouts` are those to choose from: the office's own and
    the shipped ones (None: the latter).
    """
    layout = profile_named(template.profile, on, layouts)
    signatory = signatory_for(template.kind, signatories, on, template.signer)
    kop = letterhead_for(signatory, letterheads)
    return Letter(
        id=letter_id,
        kind=template.kind,
        subject=_known(template.subject, values),
        nature=template.nature,
        classification=template_code(template, on),
        book=book_for(template.kind, signatory),
        dated_on=on,
        place=desk.place,
        profile=template.profile,
        recipients=_completed(template.recipients, desk),
        recipients_attached=template.recipients_attached,
        recipients_at=_addressees_place(desk, layout, template),
        copy_to=_completed(template.copy_to, desk),
        on_behalf_of=template.on_behalf_of,
        body=template_body(template, on, layout),
        items=template.items,
        attachments=template.attachments,
        attachment_count=template.attachment_count,
        attachment_unit=template.attachment_unit,
        relation=template.relation,
        reply_due_on=due_on(on, template.reply_days),
        electronic=template.electronic,
        signatory_id=signatory.id if signatory else "",
        letterhead_id=kop.id if kop else "",
    )


def due_on(on: date, days: int) -> date | None:
    """The working day on or after that many days; None for no days at all."""
    if not days:
        return None
    day = on + timedelta(days=days)
    return day if is_working_day(day) else next_working_day(day)


def signatory_for(
    kind: LetterKind, signatories: Iterable[Signatory], on: date, post: PostKind | None = None
) -> Signatory | None:
    """Who signs a letter of that kind on that day: all but circulars are the secretary's first.

    `post` names the post that signs; of several holders in different offices (camat) none is
    guessed.
    """
    present = [one for one in signatories if in_office(one, on)]
    if post is None:
        holders = [one for one in present if one.post_kind is PostKind.SECRETARY]
        if kind is LetterKind.CIRCULAR or not holders:
            return circular_signatory(present, on)
    else:
        holders = [one for one in present if one.post_kind is post]
        if len({one.office_id for one in holders}) > 1:
            return None
    return max(holders, key=lambda one: (one.from_on, one.id), default=None)


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
    """The letterhead that goes with that signatory; None when the register has none of its kind.

    The head of an office writes on the kop that bears the office's name, never on another's.
    """
    if signatory is None:
        return None
    kind = KOP_OF_POST.get(signatory.post_kind, LetterheadKind.REGIONAL)
    fitting = (one for one in letterheads if one.kind is kind)
    if signatory.post_kind in OWN_KOP:
        fitting = (one for one in fitting if _is_of_office(one, signatory))
    return next(fitting, None)


def _is_of_office(kop: Letterhead, signatory: Signatory) -> bool:
    name = " ".join(" ".join(kop.office_lines).casefold().split())
    post = " ".join(signatory.post.casefold().split())
    if signatory.post_kind is PostKind.DISTRICT_HEAD:
        post = f"kecamatan {post.removeprefix('camat ')}"
    return bool(name) and name in post


def _known(text: str, values: Mapping[str, str]) -> str:
    """The text with the settled fields that have a value; the rest as typed."""
    settled = {name: values[name] for name in SETTLED if name in values}
    return FIELD.sub(lambda found: settled.get(found[1], found[0]), text)


def _addressees_place(desk: Desk, layout: LayoutProfile, template: LetterTemplate) -> str:
    """Only the older layout prints "di – …" below the addressee of a circular (letters.md 2.1).

    Other letters name the place in both.
    """
    is_right = layout.addressee_side == "right"
    return desk.place if is_right or template.kind is not LetterKind.CIRCULAR else ""


def _completed(lines: Iterable[str], desk: Desk) -> tuple[str, ...]:
    """The lines with the names of this desk's own regency, its head, its province and town."""
    values = {
        "kabupaten": desk.regency_name,
        "provinsi": desk.province_name.removeprefix("Provinsi "),
        "tempat": desk.place,
        "kepala_daerah": _head_of(desk.regency_name),
    }
    for name, value in values.items():
        lines = [line.replace(f"{{{name}}}", value).strip() for line in lines]
    return tuple(line for line in lines if line)


def _head_of(regency_name: str) -> str:
    if regency_name.startswith("Kota "):
        return f"Wali {regency_name}"
    return f"Bupati {regency_name.removeprefix('Kabupaten ')}"
