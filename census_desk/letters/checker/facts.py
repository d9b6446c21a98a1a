"""All the checker looks at beside the letter itself, gathered in one look."""

from dataclasses import dataclass
from datetime import date

from census_desk.letters.classification import Classification, default_classifications
from census_desk.letters.facts import letter_values
from census_desk.letters.fields import OFFICE_FIELDS
from census_desk.letters.incoming import IncomingLetter
from census_desk.letters.ledger.book import Book, default_books
from census_desk.letters.ledger.entry import NumberEntry
from census_desk.letters.letter import Letter
from census_desk.letters.own_fonts import font_problem
from census_desk.letters.own_profiles import profile_for
from census_desk.letters.profile import LayoutProfile
from census_desk.letters.said import Said, said_by
from census_desk.people import Letterhead, Office, Signatory
from census_desk.programme import Phase
from census_desk.register import Register
from census_desk.sessions.session import Session
from census_desk.visits.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnFacts:
    """What only the drawn paper shows; whoever draws it hands this in.

    `is_signature_alone`: the signature block stands on a page without a line of the text.
    `refused` says why there is no paper at all, "" where there is one; `field` is the Letter's
    field that this, or a missing glyph, is about.
    """

    page_count: int = 0
    is_signature_alone: bool = False
    missing_glyphs: tuple[str, ...] = ()
    refused: str = ""
    field: str = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFacts:
    """What the register knows around one letter; `on` is today. None where nothing is chosen.

    `font_problem` says why the layout's fonts cannot be printed, "" when they can.
    """

    on: date
    said: Said
    profile: LayoutProfile
    font_problem: str = ""
    signatory: Signatory | None = None
    letterhead: Letterhead | None = None
    signatories: tuple[Signatory, ...] = ()
    offices: tuple[Office, ...] = ()
    books: tuple[Book, ...] = ()
    entries: tuple[NumberEntry, ...] = ()
    classifications: tuple[Classification, ...] = ()
    phases: tuple[Phase, ...] = ()
    session: Session | None = None
    visit: Visit | None = None
    first: Letter | None = None
    incoming: IncomingLetter | None = None
    drawn: DrawnFacts | None = None


def check_facts(
    register: Register, letter: Letter, *, on: date, drawn: DrawnFacts | None = None
) -> CheckFacts:
    """The facts for one letter on that day; UnknownProfile, CensusDeskError without a Desk.

    The fields of a recipient are filled with a stand-in: every copy has its own.
    """
    values = letter_values(register, letter)
    recipient = {name: "(OPD)" for name in OFFICE_FIELDS if name not in values}
    profile = profile_for(register, letter.profile, letter.dated_on)
    return CheckFacts(
        on=on,
        said=said_by(letter, values | recipient),
        profile=profile,
        font_problem=font_problem(register, profile),
        signatory=register.collection("signatories").find(letter.signatory_id),
        letterhead=register.collection("letterheads").find(letter.letterhead_id),
        signatories=register.collection("signatories").all(),
        offices=register.collection("offices").all(),
        books=_books(register),
        entries=register.collection("numbers").all(),
        classifications=_classifications(register),
        phases=register.collection("phases").all(),
        session=register.collection("sessions").find(letter.session_id),
        visit=register.collection("visits").find(letter.visit_id),
        first=register.collection("letters").find(letter.refers_to_id),
        incoming=register.collection("incoming_letters").find(letter.incoming_id),
        drawn=drawn,
    )


def _books(register: Register) -> tuple[Book, ...]:
    """The books, or those that taking a number would bring to a register that has none yet."""
    saved: tuple[Book, ...] = register.collection("books").all()
    desks = register.collection("desks").all()
    return saved or tuple(default_books(desks[0].regency_code if desks else "", register.ids))


def _classifications(register: Register) -> tuple[Classification, ...]:
    saved: tuple[Classification, ...] = register.collection("classifications").all()
    return saved or tuple(default_classifications(register.ids))
