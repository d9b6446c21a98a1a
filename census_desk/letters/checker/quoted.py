"""Facts quoted in the text against the register: phases, the session, fields, counts."""

import re
from collections.abc import Iterator
from datetime import date, time

from census_desk.indonesian import clock, date_range, full_date, long_date, number
from census_desk.letters.checker.facts import CheckFacts
from census_desk.letters.checker.finding import Finding, Rule, advice, error
from census_desk.letters.fields import unknown_fields
from census_desk.letters.letter import Letter, LetterKind, Relation
from census_desk.letters.said import dates_in, ranges_in, says_day, source_text
from census_desk.people import OfficeKind
from census_desk.programme import PHASE_NAMES, Phase, PhaseKind, phase_in_force
from census_desk.sessions.session import NOT_TAKING_PLACE, SESSION_STATUS_NAMES, Session
from census_desk.words import N_, _

FIELDS = Rule(text=N_("Setiap {isian} dikenal dan terisi."), source=N_("Daftar isian meja kerja"))
SCHEDULE = Rule(
    text=N_("Tanggal tahapan dalam teks sama dengan jadwal di register."),
    source=N_("Jadwal sensus di register"),
)
SESSION = Rule(
    text=N_("Hari, waktu, dan tempat dalam teks sama dengan sesinya."),
    source=N_("Catatan sesi di register"),
)
COUNTS = Rule(
    text=N_("Jumlah ASN dalam teks sama dengan register."), source=N_("Data OPD di register")
)
KEYWORDS = {
    PhaseKind.ONLINE: re.compile(r"daring|online|mandiri", re.IGNORECASE),
    PhaseKind.FIELD: re.compile(r"wawancara|lapangan|pencacahan", re.IGNORECASE),
}
_ALIGNED = re.compile(r"^[\s>*_-]*([A-Za-z][A-Za-z ,/]{2,30}?)[*_]*\s*:\s+(.+)$", re.MULTILINE)
_TIME = re.compile(r"\b([01]?\d|2[0-3])[.:]([0-5]\d)\b")
_ASN = re.compile(r"\b(\d{1,3}(?:\.\d{3})+|\d+)\s+(?:orang\s+)?(?:ASN\b|Aparatur Sipil Negara)")
_SPLIT = re.compile(r"(?<=[.;])\s+(?=[A-Z])|\n")


def fields_are_known(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """Empty or unknown {fields}."""
    for name in unknown_fields(source_text(letter)):
        sentence = _("Isian {name} tidak dikenal; pilih dari daftar isian.")
        yield error("body", sentence.format(name=f"{{{name}}}"), FIELDS)
    for name in facts.said.missing:
        # the number comes with the issue itself
        if name not in ("nomor_surat", "surat.nomor"):
            sentence = _("Isian {name} belum ada nilainya di register.")
            yield error("body", sentence.format(name=f"{{{name}}}"), FIELDS)
    if "…" in letter.body or re.search(r"\.{4,}", letter.body):
        yield error("body", _("Teks masih memuat titik-titik kosong (…)."), FIELDS)


def phases_are_up_to_date(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A date of an older schedule, where the text does not say that it was moved."""
    for kind in PhaseKind:
        now = phase_in_force(facts.phases, kind, letter.dated_on)
        if now is None:
            continue
        for field in ("starts_on", "ends_on"):
            day: date = getattr(now, field)
            for old in _outdated(facts.phases, now, field):
                if says_day(facts.said.text, old) and not says_day(facts.said.text, day):
                    sentence = _("Teks menyebut {old}; {phase} kini {now}.")
                    yield error(
                        "body",
                        sentence.format(
                            old=long_date(old), phase=_phase(kind), now=_phase_dates(now)
                        ),
                        SCHEDULE,
                    )


def stretches_are_of_a_phase(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """ "sensus daring … 15 Februari s.d. 30 Maret": a stretch beside the phase's name."""
    for part in _SPLIT.split(facts.said.text):
        kinds = [kind for kind, words in KEYWORDS.items() if words.search(part)]
        if len(kinds) != 1 or letter.relation in (Relation.CHANGE, Relation.CORRECTION):
            continue
        now = phase_in_force(facts.phases, kinds[0], letter.dated_on)
        for first, last, words in ranges_in(part):
            shares_end = now and (first == now.starts_on or last == now.ends_on)
            if now and shares_end and (first, last) != (now.starts_on, now.ends_on):
                sentence = _("“{words}” tidak sama dengan {phase} {now}.")
                yield error(
                    "body",
                    sentence.format(words=words, phase=_phase(kinds[0]), now=_phase_dates(now)),
                    SCHEDULE,
                )


def session_takes_place(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """An invitation to a session that was called off, or to none."""
    session = facts.session
    if session is None:
        if letter.kind in (LetterKind.INVITATION, LetterKind.NOTULA) and not letter.visit_id:
            sentence = _("Pilih sesinya supaya hari, waktu, dan tempat dapat diperiksa.")
            yield advice("session_id", sentence, SESSION)
        return
    is_told = letter.relation in (Relation.CHANGE, Relation.CORRECTION)
    if session.status in NOT_TAKING_PLACE and not is_told:
        sentence = _("Sesi “{title}” berstatus {status}.").format(
            title=session.title, status=_(SESSION_STATUS_NAMES[session.status]).lower()
        )
        yield error("session_id", sentence, SESSION)
    if letter.kind is LetterKind.INVITATION and session.held_on < letter.dated_on:
        sentence = _("Undangan bertanggal sesudah sesinya ({day}).")
        yield error("dated_on", sentence.format(day=full_date(session.held_on)), SESSION)


def session_facts_agree(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """The aligned lines hari, tanggal / waktu / tempat against the session's record."""
    session = facts.session
    if session is None:
        return
    for label, value in _ALIGNED.findall(facts.said.body):
        word = label.casefold()
        if ("hari" in word or "tanggal" in word) and (days := dates_in(value)):
            if session.held_on not in days:
                yield _session_error(value, full_date(session.held_on))
        elif word in ("waktu", "pukul", "jam") and (typed := _times(value)):
            wanted = [session.starts_at, *([session.ends_at] if session.ends_at else [])]
            if typed[0] != wanted[0] or (len(typed) > 1 and typed != wanted):
                yield _session_error(value, "–".join(clock(one) for one in wanted))
        elif word == "tempat" and not _same_place(value, session):
            yield _session_error(value, session.venue)


def session_day_is_told(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """An invitation whose text never says when."""
    session = facts.session
    if session is None or letter.kind is not LetterKind.INVITATION:
        return
    if not says_day(facts.said.text, session.held_on):
        sentence = _("Undangan belum menyebut {day}.")
        yield error("body", sentence.format(day=full_date(session.held_on)), SESSION)


def counts_are_of_the_register(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A total of ASN typed by hand that is not the register's."""
    offices = [one for one in facts.offices if one.kind is not OfficeKind.VERTICAL]
    known = {sum(one.asn_count for one in offices), *(one.asn_count for one in offices)}
    for match in _ASN.finditer(facts.said.body):
        typed = int(match[1].replace(".", ""))
        if any(known) and typed not in known:
            sentence = _("Teks menyebut {typed} ASN; register mencatat {known}.")
            total = number(sum(one.asn_count for one in offices))
            yield advice("body", sentence.format(typed=match[1], known=total), COUNTS)


def _outdated(phases: tuple[Phase, ...], now: Phase, field: str) -> set[date]:
    known = {getattr(one, field) for one in phases if one.kind is now.kind}
    current = {
        getattr(found, end)
        for kind in PhaseKind
        if (found := phase_in_force(phases, kind, now.known_from))
        for end in ("starts_on", "ends_on")
    }
    later = {
        getattr(one, field)
        for one in phases
        if one.kind is now.kind and one.known_from > now.known_from
    }
    return known - current - later - {getattr(now, field)}


def _phase(kind: PhaseKind) -> str:
    name = _(PHASE_NAMES[kind])
    return name[:1].lower() + name[1:]


def _phase_dates(phase: Phase) -> str:
    return date_range(phase.starts_on, phase.ends_on)


def _session_error(value: str, wanted: str) -> Finding:
    sentence = _("Teks menulis “{typed}”, sesi mencatat “{wanted}”.")
    return error("body", sentence.format(typed=value.strip()[:80], wanted=wanted), SESSION)


def _times(text: str) -> list[time]:
    return [time(int(hour), int(minute)) for hour, minute in _TIME.findall(text)]


def _same_place(value: str, session: Session) -> bool:
    typed, venue = (" ".join(text.casefold().split()) for text in (value, session.venue))
    return venue in typed or typed.strip(" .;*") in venue


CHECKS = (
    fields_are_known,
    phases_are_up_to_date,
    stretches_are_of_a_phase,
    session_takes_place,
    session_facts_agree,
    session_day_is_told,
    counts_are_of_the_register,
)
