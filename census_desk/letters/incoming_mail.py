"""Surat masuk in use: entered in the agenda, passed down by disposition, answered by a letter."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from census_desk.letters.incoming import Disposition, IncomingLetter
from census_desk.letters.ledger.adopting import take_over
from census_desk.letters.ledger.book import Book, BookNotFound
from census_desk.letters.ledger.taking import take_in_book
from census_desk.letters.letter import IN_FORCE, Letter, Relation
from census_desk.plausible import refuse_implausible
from census_desk.register import Register
from census_desk.words import _


def register_incoming(
    register: Register,
    incoming: IncomingLetter,
    *,
    on: date,
    new_id: Callable[[], str] | None = None,
) -> IncomingLetter:
    """Enter a letter in the agenda: its number comes from the book of incoming letters.

    One final commit. A letter typed with an agenda number (from the paper book) keeps it, and the
    book goes on after it. Raises
    BookNotFound without such a book, InvalidRecord for a day to come or an agenda number that is
    taken or no number, and what take_in_book raises.
    """
    refuse_implausible(register, None, incoming)
    with register.change(_("Mencatat surat masuk"), final=True) as step:
        if not incoming.agenda_number.strip():
            take_over(register, new_id or register.ids)  # a register of before the books gets them
            entry = take_in_book(
                register,
                _agenda_book(register).key,
                dated_on=incoming.received_on,
                on=on,
                subject=f"{incoming.sender}: {incoming.subject}"[:400],
                new_id=new_id,
            )
            incoming = replace(incoming, agenda_number=entry.text)
        register.collection("incoming_letters").add(incoming)
        take_over(register, new_id or register.ids)  # a typed number stands in the book from now on
        step.what = _("Mencatat surat masuk {number} dari {sender}").format(
            number=incoming.agenda_number, sender=incoming.sender
        )
    return incoming


def dispose(
    register: Register,
    incoming_id: str,
    *,
    from_post: str,
    to_posts: tuple[str, ...],
    on: date,
    instructions: tuple[str, ...] = (),
    note: str = "",
    due_on: date | None = None,
    new_id: Callable[[], str] | None = None,
) -> Disposition:
    """Pass an incoming letter down the house; the level follows from who passes it on.

    Somebody it was passed to passes it on one level deeper; anybody else begins at the first.
    Raises InvalidRecord.
    """
    incoming: IncomingLetter = register.collection("incoming_letters").get(incoming_id)
    given = dispositions_of(register.collection("dispositions").all(), incoming_id)
    disposition = Disposition(
        id=(new_id or register.ids)(),
        incoming_id=incoming_id,
        from_post=from_post.strip(),
        to_posts=tuple(post.strip() for post in to_posts if post.strip()),
        instructions=instructions,
        note=note,
        on=on,
        level=next_level(given, from_post),
        due_on=due_on,
    )
    refuse_implausible(register, None, disposition)
    what = _("Disposisi {number} kepada {posts}").format(
        number=incoming.agenda_number or incoming.subject[:60],
        posts=", ".join(disposition.to_posts),
    )
    with register.change(what):
        register.collection("dispositions").add(disposition)
    return disposition


def finish_disposition(register: Register, disposition_id: str, *, on: date) -> Disposition:
    """What was asked is done; InvalidRecord for a day before it was asked."""
    disposition: Disposition = register.collection("dispositions").get(disposition_id)
    done = replace(disposition, done_on=on)
    what = _("Disposisi selesai: {posts}").format(posts=", ".join(done.to_posts))
    with register.change(what):
        register.collection("dispositions").replace(done)
    return done


def dispositions_of(dispositions: Iterable[Disposition], incoming_id: str) -> list[Disposition]:
    """The dispositions of one letter from the first level down, in the order they were given."""
    mine = [one for one in dispositions if one.incoming_id == incoming_id]
    return sorted(mine, key=lambda one: (one.level, one.on, one.id))


def next_level(given: Iterable[Disposition], from_post: str) -> int:
    """The level of a disposition that this post gives."""
    post = _plain(from_post)
    above = [one.level for one in given if post in map(_plain, one.to_posts)]
    return max(above, default=0) + 1


def answered_by(register: Register, incoming_id: str) -> tuple[Letter, ...]:
    """The letters written because of an incoming one, oldest first; drafts too."""
    letters: tuple[Letter, ...] = register.collection("letters").all()
    mine = [one for one in letters if one.incoming_id == incoming_id]
    return tuple(sorted(mine, key=lambda one: (one.dated_on, one.id)))


def is_answered(register: Register, incoming_id: str) -> bool:
    """Whether an issued letter answers it."""
    return any(one.status in IN_FORCE for one in answered_by(register, incoming_id))


def as_answer(letter: Letter, incoming: IncomingLetter) -> Letter:
    """The draft tied to the letter it answers; its classification too where it has none."""
    return replace(
        letter,
        relation=Relation.ANSWER,
        incoming_id=incoming.id,
        classification=letter.classification or incoming.classification,
    )


def _agenda_book(register: Register) -> Book:
    books: tuple[Book, ...] = register.collection("books").all()
    for book in books:
        if book.is_incoming:
            return book
    raise BookNotFound(_("Masuk"))


def _plain(post: str) -> str:
    return " ".join(post.casefold().split())
