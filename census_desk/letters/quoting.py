"""Which issued letters quote a fact of the register, and which of those it has left behind.

A letter keeps what it said when it was issued (`IssuedPaper.quotes`); a letter numbered without
the desk's paper is read again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from census_desk.indonesian import full_date, long_date, time_range
from census_desk.letters.archive import changing_letters
from census_desk.letters.kept import IssuedPaper, Quote
from census_desk.letters.letter import IN_FORCE, Letter, Relation
from census_desk.letters.said import Said, said_in, says_day
from census_desk.people import Signatory, in_office
from census_desk.programme import PHASE_NAMES, Phase, PhaseKind, phase_in_force
from census_desk.register import Register
from census_desk.sessions.session import NOT_TAKING_PLACE, SESSION_STATUS_NAMES, Move, Session
from census_desk.visits.visit import VISIT_STATUS_NAMES, Visit, VisitStatus
from census_desk.words import N_, _

Changed = Phase | Session | Visit | Signatory
QUOTED_NAMES = {
    "starts_on": N_("tanggal mulai"),
    "ends_on": N_("tanggal selesai"),
    "held_on": N_("hari dan tanggal"),
    "time": N_("waktu"),
    "venue": N_("tempat"),
    "status": N_("keadaan sesi"),
    "people": N_("petugas"),
    "name": N_("nama penanda tangan"),
    "post": N_("jabatan penanda tangan"),
    "term": N_("masa jabatan"),
}
# What is said in place of a day that will not come, by the word the register keeps.
_STATUS_NAMES = {
    **{str(one): name for one, name in SESSION_STATUS_NAMES.items()},
    **{str(one): name for one, name in VISIT_STATUS_NAMES.items()},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """An issued letter that says something the register no longer does.

    `now` is what would be said today; `mended_by` the issued letters that change it already.
    """

    letter: Letter
    quote: Quote
    now: str
    mended_by: tuple[Letter, ...] = ()

    @property
    def sentence(self) -> str:
        """What was said and what holds now, in words."""
        return _("{what}: tertulis “{then}”, sekarang “{now}”").format(
            what=quoted_name(self.quote, _), then=self.quote.text, now=self._now_said
        )

    @property
    def _now_said(self) -> str:
        name = _STATUS_NAMES.get(self.now)
        return self.now if name is None else _(name).lower()


def quoted_name(quote: Quote, say: Callable[[str], str] = str) -> str:
    """What a letter quotes: "tanggal selesai sensus daring", "waktu"; `say` translates."""
    name = say(QUOTED_NAMES[quote.field])
    if quote.source != "phases":
        return name
    phase = say(PHASE_NAMES[PhaseKind(quote.subject)])
    return f"{name} {phase[:1].lower()}{phase[1:]}"


def quotes_of(register: Register, letter: Letter) -> tuple[Quote, ...]:
    """What the letter says of phases, its session and its signatory, on its own date."""
    said = said_in(register, letter)
    return (
        *_phase_quotes(register, letter, said),
        *_session_quotes(register, letter),
        *_visit_quotes(register, letter),
        *_signatory_quotes(register, letter),
    )


def quoting(register: Register, changed: Changed) -> tuple[Stale, ...]:
    """The issued letters that say otherwise than this phase, session or signatory does now.

    One row per letter and fact, oldest letter first. A phase counts as a new dated entry or as one
    mended in place; letters dated after it was known are compared with it all the same.
    """
    return _left_behind(register, changed, tuple(_issued_with_quotes(register)))


def stale_letters(register: Register, on: date = date.max) -> tuple[Stale, ...]:
    """Every issued letter left behind by any fact, and not changed by another letter yet.

    Dated entries count as far as they are known on that day.
    """
    phases: tuple[Phase, ...] = register.collection("phases").all()
    facts: list[Changed] = [
        found for kind in PhaseKind if (found := phase_in_force(phases, kind, on))
    ]
    facts += register.collection("sessions").all()
    facts += register.collection("visits").all()
    facts += register.collection("signatories").all()
    issued = tuple(_issued_with_quotes(register))  # read once: reading a body is the slow part
    return tuple(
        row for fact in facts for row in _left_behind(register, fact, issued) if not row.mended_by
    )


def _left_behind(
    register: Register, changed: Changed, issued: Sequence[tuple[Letter, tuple[Quote, ...]]]
) -> tuple[Stale, ...]:
    rows = [
        Stale(
            letter=letter,
            quote=quote,
            now=now,
            mended_by=changing_letters(register, letter.id),
        )
        for letter, quotes in issued
        for quote in quotes
        if (now := _now(quote, changed, letter)) is not None and now != quote.text
    ]
    return tuple(sorted(rows, key=lambda row: (row.letter.dated_on, row.letter.id)))


def _issued_with_quotes(register: Register) -> Iterator[tuple[Letter, tuple[Quote, ...]]]:
    papers: dict[tuple[str, int], IssuedPaper] = {
        (one.letter_id, one.revision): one for one in register.collection("issued_papers").all()
    }
    for letter in register.collection("letters").all():
        if letter.status in IN_FORCE:
            paper = papers.get((letter.id, letter.revision))
            yield letter, paper.quotes if paper else _read_again(register, letter)


def _read_again(register: Register, letter: Letter) -> tuple[Quote, ...]:
    """The quotes of a letter without the desk's paper, its session's as far as it tells them.

    Where it does not say what holds now but what held before a move, that is what it quotes.
    """
    quotes = quotes_of(register, letter)
    session: Session | None = register.collection("sessions").find(letter.session_id)
    if session is None or not session.moves:
        return quotes
    text = said_in(register, letter).text
    before = [_facts_before(move) for move in reversed(session.moves)]
    return tuple(_as_told(quote, text, before) for quote in quotes)


def _as_told(quote: Quote, text: str, before: Sequence[dict[str, str]]) -> Quote:
    if quote.source != "sessions" or quote.text in text:
        return quote
    told = (old[quote.field] for old in before if old.get(quote.field))
    return replace(quote, text=next((one for one in told if one in text), quote.text))


def _facts_before(move: Move) -> dict[str, str]:
    return {
        "held_on": full_date(move.from_on),
        "time": time_range(move.from_starts_at, move.from_ends_at),
        "venue": move.from_venue,
    }


def _phase_quotes(register: Register, letter: Letter, said: Said) -> Iterator[Quote]:
    phases: Iterable[Phase] = register.collection("phases").all()
    for kind in PhaseKind:
        phase = phase_in_force(phases, kind, letter.dated_on)
        if phase is None:
            continue
        for field in ("starts_on", "ends_on"):
            day: date = getattr(phase, field)
            if says_day(said.text, day):
                yield Quote(source="phases", subject=str(kind), field=field, text=long_date(day))


def _session_quotes(register: Register, letter: Letter) -> Iterator[Quote]:
    session: Session | None = register.collection("sessions").find(letter.session_id)
    if session is not None:
        for field, text in _session_facts(session).items():
            if text and field != "status":
                yield Quote(source="sessions", subject=session.id, field=field, text=text)


def _session_facts(session: Session) -> dict[str, str]:
    return {
        "held_on": full_date(session.held_on),
        "time": time_range(session.starts_at, session.ends_at),
        "venue": session.venue,
    }


def _visit_quotes(register: Register, letter: Letter) -> Iterator[Quote]:
    visit: Visit | None = register.collection("visits").find(letter.visit_id)
    if visit is not None:
        for field, text in _visit_facts(visit).items():
            if text:
                yield Quote(source="visits", subject=visit.id, field=field, text=text)


def _visit_facts(visit: Visit) -> dict[str, str]:
    return {
        "held_on": full_date(visit.held_on),
        "time": time_range(visit.starts_at, visit.ends_at) if visit.starts_at else "",
        "venue": visit.venue,
        "people": "; ".join(visit.officers),
    }


def _signatory_quotes(register: Register, letter: Letter) -> Iterator[Quote]:
    signatory: Signatory | None = register.collection("signatories").find(letter.signatory_id)
    if signatory is not None:
        for field, text in _signatory_facts(signatory).items():
            yield Quote(source="signatories", subject=signatory.id, field=field, text=text)


def _signatory_facts(signatory: Signatory) -> dict[str, str]:
    return {
        "name": signatory.name,
        "post": " ".join(part for part in (str(signatory.status), signatory.post) if part),
    }


def _now(quote: Quote, changed: Changed, letter: Letter) -> str | None:
    """What the changed record says where the letter quoted; None when it quotes another one."""
    if isinstance(changed, Phase):
        is_same = (quote.source, quote.subject) == ("phases", str(changed.kind))
        return long_date(getattr(changed, quote.field)) if is_same else None
    if quote.subject != changed.id:
        return None
    if isinstance(changed, Session):
        return _session_now(quote, changed, letter)
    if isinstance(changed, Visit):
        return _visit_now(quote, changed, letter)
    if quote.field == "name" and not in_office(changed, letter.dated_on):
        return _("tidak menjabat pada tanggal surat")
    return _signatory_facts(changed).get(quote.field)


def _session_now(quote: Quote, session: Session, letter: Letter) -> str | None:
    """A session called off is news to invitations only; a minute of it names what was held."""
    if quote.field == "held_on" and session.status in NOT_TAKING_PLACE:
        return quote.text if _is_told(letter) else str(session.status)
    return _session_facts(session).get(quote.field)


def _visit_now(quote: Quote, visit: Visit, letter: Letter) -> str | None:
    """The same of a visit that does not take place."""
    if quote.field == "held_on" and visit.status is VisitStatus.CANCELLED:
        return quote.text if _is_told(letter) else str(visit.status)
    return _visit_facts(visit).get(quote.field)


def _is_told(letter: Letter) -> bool:
    """Whether the letter itself tells that something changed."""
    return letter.relation in (Relation.CHANGE, Relation.CORRECTION)
