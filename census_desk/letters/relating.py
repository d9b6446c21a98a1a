"""Letters that follow from another: the reminder to those behind, the Ralat or Perubahan."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from census_desk.calendar import is_working_day, next_working_day
from census_desk.errors import CensusDeskError
from census_desk.indonesian import long_date
from census_desk.letters.citing import CITED_AS, cited, cited_whole
from census_desk.letters.classification import family_problem
from census_desk.letters.drafting import BOOK_OF_POST, letterhead_for
from census_desk.letters.fields import addressee
from census_desk.letters.following import Behind, Lack, behind
from census_desk.letters.ledger.book import Book
from census_desk.letters.ledger.pattern import reading_of
from census_desk.letters.letter import (
    IN_FORCE,
    Letter,
    LetterBook,
    LetterKind,
    LetterStatus,
    Nature,
    Relation,
)
from census_desk.letters.profile import profile_named
from census_desk.letters.quoting import Stale, quoted_name, quotes_of
from census_desk.people import PostKind, Signatory, in_office
from census_desk.register import Register
from census_desk.words import _

DAYS_TO_ANSWER = 7
FEW = 3
FACTS_TOLD = ("phases", "sessions", "visits")
OPEN = "…"  # the checker lets no letter out with it


class NotIssuedYet(CensusDeskError):
    """Only a letter that went out can be reminded of or changed."""

    def __init__(self) -> None:
        super().__init__(_("Surat ini belum terbit atau tidak berlaku lagi; pilih surat lain."))


class NobodyBehind(CensusDeskError):
    """Every office has done its part."""

    def __init__(self) -> None:
        super().__init__(_("Tidak ada OPD yang terlambat, jadi pengingat tidak diperlukan."))


def reminder_for(
    register: Register,
    letter_id: str,
    *,
    on: date,
    new_letter_id: str,
    office_ids: Sequence[str] = (),
) -> Letter:
    """A draft, not yet saved, that cites the letter and goes to exactly those behind on that day.

    `office_ids` narrows it to some of them. Signed by the secretary of that day, or by the head of
    BPS for BPS's own letters. Raises NotIssuedYet, NobodyBehind.
    """
    first = _issued(register, letter_id)
    rows = behind(
        first, register.collection("offices").all(), register.collection("deliveries").all(), on
    )
    rows = [row for row in rows if not office_ids or row.office.id in set(office_ids)]
    if not rows:
        raise NobodyBehind
    due = _working(on + timedelta(days=DAYS_TO_ANSWER))
    base = _follower(register, first, on, new_letter_id, _reminding_post(register, first))
    return replace(
        base,
        kind=LetterKind.OFFICIAL,
        nature=Nature.URGENT,
        subject=f"Pengingat {_subject(first)}"[:300],
        recipients=tuple(addressee(row.office) for row in rows),
        recipients_at=first.recipients_at or first.place,
        recipients_attached=len(rows) > FEW,
        office_ids=tuple(row.office.id for row in rows),
        copy_to=(),
        body=_reminder_body(first, rows, on, due),
        relation=Relation.REMINDER,
        reply_due_on=due,
    )


def ralat_for(
    register: Register,
    letter_id: str,
    *,
    on: date,
    new_letter_id: str,
    stale: Sequence[Stale] = (),
    relation: Relation = Relation.CORRECTION,
) -> Letter:
    """A draft, not yet saved, of the same kind that changes or corrects an issued letter.

    `stale` are facts the letter no longer tells rightly (from `quoting`): each becomes one point
    "semula … menjadi …". Where the register knows of no change, what the letter says stands there
    and only the right words are left open, which the checker asks for. It goes to the same
    offices. Raises NotIssuedYet.
    """
    first = _issued(register, letter_id)
    base = _follower(register, first, on, new_letter_id, _post_of(register, first))
    opening = "Ralat atas" if relation is Relation.CORRECTION else "Perubahan atas"
    return replace(
        base,
        kind=first.kind,
        book=first.book,
        nature=first.nature,
        subject=f"{opening} {cited_whole(first)}"[:300],
        recipients=first.recipients,
        recipients_at=first.recipients_at,
        recipients_attached=first.recipients_attached,
        office_ids=first.office_ids,
        copy_to=first.copy_to,
        assignees=first.assignees,
        items=first.items,
        body=_ralat_body(first, _points(register, first, stale, relation), on),
        relation=relation,
        session_id=first.session_id,
        visit_id=first.visit_id,
    )


def successors_of(register: Register, letter: Letter) -> tuple[Letter, ...]:
    """The letters that can take its place: in force, not older; its kind first, newest first."""
    letters: tuple[Letter, ...] = register.collection("letters").all()
    found = [
        one
        for one in letters
        if one.id != letter.id and one.status in IN_FORCE and one.dated_on >= letter.dated_on
    ]
    newest = sorted(found, key=lambda one: (one.dated_on, one.id), reverse=True)
    return tuple(sorted(newest, key=lambda one: one.kind is not letter.kind))


def successor_of(signatories: Iterable[Signatory], post: PostKind, on: date) -> Signatory | None:
    """Who holds a post on that day; of two the one who took it last."""
    holders = [one for one in signatories if one.post_kind is post and in_office(one, on)]
    return max(holders, key=lambda one: (one.from_on, one.id), default=None)


def _follower(
    register: Register, first: Letter, on: date, letter_id: str, post: PostKind | None
) -> Letter:
    """An empty letter of that day in the hand of whoever holds the post now."""
    signatories = register.collection("signatories").all()
    signer = successor_of(signatories, post, on) if post else None
    kop = letterhead_for(signer, register.collection("letterheads").all())
    is_same_hand = signer is not None and signer.id == first.signatory_id
    code = first.classification or _numbered_code(register, first)
    if code and family_problem(code, on, register.collection("classifications").all()):
        code = ""
    return Letter(
        id=letter_id,
        subject=first.subject,
        dated_on=on,
        place=first.place,
        classification=code,
        book=_book(first, post),
        letterhead_id=first.letterhead_id if is_same_hand else (kop.id if kop else ""),
        signatory_id=signer.id if signer else "",
        on_behalf_of=first.on_behalf_of if is_same_hand else "",
        refers_to_id=first.id,
        electronic=first.electronic,
        status=LetterStatus.DRAFT,
    )


def _numbered_code(register: Register, letter: Letter) -> str:
    """The code in the number of a letter typed before letters had one of their own."""
    books: tuple[Book, ...] = register.collection("books").all()
    for book in books:
        if book.key == str(letter.book):
            reading = reading_of(letter.number, book.pattern, book.insert_form)
            return reading.classification if reading else ""
    return ""


def _book(first: Letter, post: PostKind | None) -> str:
    if post is PostKind.BPS_HEAD or post is None:
        return first.book
    return BOOK_OF_POST.get(post, LetterBook.SECRETARIAT)


def _issued(register: Register, letter_id: str) -> Letter:
    letter: Letter = register.collection("letters").get(letter_id)
    if letter.status not in IN_FORCE:
        raise NotIssuedYet
    return letter


def _post_of(register: Register, letter: Letter) -> PostKind | None:
    signer = register.collection("signatories").find(letter.signatory_id)
    return signer.post_kind if signer else None


def _reminding_post(register: Register, first: Letter) -> PostKind:
    post = _post_of(register, first)
    return PostKind.BPS_HEAD if post is PostKind.BPS_HEAD else PostKind.SECRETARY


def _subject(letter: Letter) -> str:
    return f"{CITED_AS[letter.kind]} tentang {letter.subject}"


def _reminder_body(first: Letter, rows: Sequence[Behind], on: date, due: date) -> str:
    lacks = {row.lack for row in rows}
    wants = {
        frozenset({Lack.RECEIPT}): "konfirmasi penerimaan surat",
        frozenset({Lack.REPLY}): "jawaban",
    }.get(frozenset(lacks), "konfirmasi penerimaan surat dan jawaban")
    return "\n\n".join(
        (
            f"Menindaklanjuti {cited_whole(first)}, sampai dengan tanggal "
            f"{long_date(on)} kami belum menerima {wants} dari Saudara.",
            f"Sehubungan dengan hal tersebut, kami minta Saudara menyampaikan {wants} paling "
            f"lambat tanggal {long_date(due)}. Apabila sudah disampaikan, surat ini dapat "
            "diabaikan.",
            "Demikian untuk menjadi perhatian. Atas kerja sama Saudara, kami ucapkan terima kasih.",
        )
    )


def _points(
    register: Register, first: Letter, stale: Sequence[Stale], relation: Relation
) -> list[str]:
    """What changes, fact by fact; without a known change what is said, with the new words open."""
    verb = "diralat" if relation is Relation.CORRECTION else "diubah"
    told = [(quoted_name(row.quote), row.quote.text, row.now) for row in stale]
    if not told:
        said = [one for one in quotes_of(register, first) if one.source in FACTS_TOLD]
        told = [(quoted_name(one), one.text, OPEN) for one in said if one.text]
    if not told:
        told = [("perihal", first.subject, OPEN)]
    return [
        f"Ketentuan mengenai {name} yang semula tertulis “{before}” {verb} menjadi “{now}”."
        for name, before, now in dict.fromkeys(told)
    ]


def _ralat_body(first: Letter, points: list[str], on: date) -> str:
    points = [*points, f"Ketentuan lain dalam {cited(first)} dinyatakan tetap berlaku."]
    if profile_named("", on).circular_body_form == "sections" or len(points) > 1:
        points = [f"{place}. {point}" for place, point in enumerate(points, 1)]
    opening = (
        f"Sehubungan dengan {cited_whole(first)}, dengan ini disampaikan hal-hal sebagai berikut:"
    )
    closing = "Demikian untuk menjadi perhatian dan dilaksanakan sebagaimana mestinya."
    return "\n\n".join((opening, "\n".join(points), closing))


def _working(day: date) -> date:
    return day if is_working_day(day) else next_working_day(day)
