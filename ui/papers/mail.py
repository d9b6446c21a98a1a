"""Books of letters and dispositions on paper."""

from typing import TYPE_CHECKING

from census_desk.editing import the_desk
from census_desk.letters.incoming_mail import dispositions_of
from census_desk.letters.ledger.book import Book
from census_desk.letters.ledger.page import ledger_page
from census_desk.letters.own_fonts import printed_profile
from census_desk.letters.sending import follow_ups
from census_desk.people import LetterheadKind, PostKind
from census_desk.words import _
from ui.papers.facts import FactMissing, emblem_of
from ui.papers.files import Paper, safe_name

if TYPE_CHECKING:
    from census_desk.register import Register

MOST_POSTS = 8


def disposition_pdf(register: "Register", incoming_id: str) -> Paper:
    """Lembar disposisi of an incoming letter: one page a level, a blank one before the first."""
    from reports.letters.disposition import DispositionContent, disposition_sheet

    incoming = register.incoming_letters.get(incoming_id)
    kops = [one for one in register.letterheads.all() if one.kind is LetterheadKind.REGIONAL]
    if not kops:
        raise FactMissing(_("Kop"), incoming.subject)
    given = dispositions_of(register.dispositions.all(), incoming_id)
    content = DispositionContent(
        profile=printed_profile(register, "", incoming.received_on),
        letterhead=kops[0],
        emblem=emblem_of(register, kops[0]),
        incoming=incoming,
        dispositions=tuple(given),
        posts=_posts(register),
    )
    name = safe_name("Lembar Disposisi", incoming.agenda_number, incoming.sender)
    return Paper(name=name, pdf=disposition_sheet(content))


def expedition_pdf(register: "Register", letter_id: str) -> Paper:
    """Halaman buku ekspedisi of one letter: a row for every office it goes to."""
    from reports.letters.books import Dispatch, expedition_book

    letter = register.letters.get(letter_id)
    rows = [
        Dispatch(
            on=row.delivery.sent_on if row.delivery else None,
            number=letter.number,
            office=row.office.name,
            subject=letter.subject,
            received_by=row.delivery.received_by if row.delivery else "",
        )
        for row in follow_ups(letter, register.offices.all(), register.deliveries.all())
    ]
    office = the_desk(register).office_name
    pdf = expedition_book(rows, year=letter.dated_on.year, office=office)
    return Paper(name=safe_name("Buku Ekspedisi", letter.number or letter.subject), pdf=pdf)


def outgoing_book_pdf(register: "Register", book_id: str, *, year: int | None = None) -> Paper:
    """Agenda surat keluar of one book: of that year, or the last one it has numbers in."""
    from reports.letters.books import outgoing_book

    book: Book = register.books.get(book_id)
    entries = register.numbers.all()
    mine = [one.year or (one.dated_on.year if one.dated_on else 0) for one in entries
            if one.book == book.key]  # fmt: skip
    chosen = year or max(mine, default=0)
    if not chosen:
        raise FactMissing(_("Nomor"), book.name)
    rows = ledger_page(
        book,
        chosen,
        entries=entries,
        letters=register.letters.all(),
        deliveries=register.deliveries.all(),
    )
    pdf = outgoing_book(rows, year=chosen, name=book.name)
    return Paper(name=safe_name("Agenda Surat Keluar", book.name, str(chosen)), pdf=pdf)


def incoming_book_pdf(register: "Register", *, year: int) -> Paper:
    """Agenda surat masuk of a year, by the day of receipt."""
    from reports.letters.books import incoming_book

    letters = sorted(
        (one for one in register.incoming_letters.all() if one.received_on.year == year),
        key=lambda one: (one.received_on, one.agenda_number.zfill(9), one.id),
    )
    pdf = incoming_book(
        letters, register.dispositions.all(), year=year, office=the_desk(register).office_name
    )
    return Paper(name=safe_name("Agenda Surat Masuk", str(year)), pdf=pdf)


def incoming_book_of(register: "Register", incoming_id: str) -> Paper:
    """Agenda surat masuk of the year in which that letter came."""
    year = register.incoming_letters.get(incoming_id).received_on.year
    return incoming_book_pdf(register, year=year)


def _posts(register: "Register") -> tuple[str, ...]:
    """The posts a sheet offers, each once: the assistants, and those letters were passed on to."""
    assistants = [
        one.post for one in register.signatories.all() if one.post_kind is PostKind.ASSISTANT
    ]
    given = [post for one in register.dispositions.all() for post in one.to_posts]
    posts = {" ".join(post.casefold().split()): post for post in (*assistants, *given)}
    return tuple(posts.values())[:MOST_POSTS]
