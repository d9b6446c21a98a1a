"""What a letter says of time: thanks for a stage still running, a session told in a wrong tense.

Only what the register dates is judged: a stage by its end, a session or a visit by its day. A
sentence that names a condition ("apabila …", "setelah …") tells of no fact and is let be.
"""

import re
from collections.abc import Iterator
from datetime import date

from census_desk.indonesian import full_date, long_date
from census_desk.letters.checker.facts import CheckFacts
from census_desk.letters.checker.finding import Finding, Rule, error
from census_desk.letters.checker.quoted import KEYWORDS
from census_desk.letters.letter import Letter, LetterKind, Relation
from census_desk.letters.said import says_day
from census_desk.programme import PHASE_NAMES, Phase, phase_in_force
from census_desk.words import N_, _

THANKS = Rule(
    text=N_("Ucapan terima kasih terbit sesudah tahap yang disebutnya selesai."),
    source=N_("Jadwal sensus di register"),
)
TENSE = Rule(
    text=N_("Kegiatan yang lampau ditulis lampau, yang mendatang ditulis mendatang."),
    source=N_("Catatan sesi dan pendampingan di register"),
)
_GRATEFUL = re.compile(
    r"terima\s+kasih\b.*\b(?:partisipasi|peran\s+serta|keikutsertaan|selesainya|berakhirnya)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\bdengan\s+(?:telah\s+)?berakhirnya\b|\b(?:telah|sudah)\s+(?:berakhir|ditutup)\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:apabila|bila|jika|setelah|sesudah|sampai|hingga|sebelum|agar|supaya)\b", re.IGNORECASE
)
_HELD = r"(?:dilaksanakan|diselenggarakan|diadakan|digelar|dilakukan|berlangsung)"
_TO_COME = re.compile(rf"\bakan\s+{_HELD}\b", re.IGNORECASE)
_PAST = re.compile(rf"\b(?:telah|sudah)\s+{_HELD}\b", re.IGNORECASE)
_PARTS = re.compile(r"(?<=[.;])\s+(?=[A-Z])|\n")
_AFTERWARDS = (LetterKind.NOTULA, LetterKind.REPORT)
_MENDING = (Relation.CHANGE, Relation.CORRECTION)


def thanks_come_after_the_stage(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """Thanks for, or the end of, a stage that on the letter's day, or today, is not over yet."""
    told = set()
    for part in _thanking(facts):
        phase = _stage_of(facts, letter, part)
        if phase is None or phase.kind in told:
            continue
        told.add(phase.kind)
        names = {"phase": _named(phase), "end": long_date(phase.ends_on)}
        if letter.dated_on < phase.ends_on:
            sentence = _(
                "Surat menyebut {phase} sudah selesai, padahal baru selesai {end}: "
                "beri tanggal hari itu atau sesudahnya, atau ubah kalimatnya."
            )
            yield error("dated_on", sentence.format(**names), THANKS)
        elif facts.on < phase.ends_on:
            sentence = _(
                "Hari ini {today}, {phase} baru selesai {end}: terbitkan surat ini sesudahnya."
            )
            today = long_date(facts.on)
            yield error("dated_on", sentence.format(today=today, **names), THANKS)


def event_is_told_in_its_tense(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """ "akan dilaksanakan" of a day before the letter, "telah dilaksanakan" of one after it."""
    for day in _days(facts):
        for part in _PARTS.split(facts.said.text):
            if not says_day(part, day) or _IF.search(part):
                continue
            if day < letter.dated_on and (found := _TO_COME.search(part)):
                sentence = _(
                    "“{words}” untuk {day}, sebelum tanggal surat: tulis “telah”, "
                    "atau perbaiki tanggal surat atau sesinya."
                )
            elif day > letter.dated_on and (found := _PAST.search(part)):
                sentence = _(
                    "“{words}” untuk {day}, sesudah tanggal surat: tulis “akan”, "
                    "atau perbaiki tanggal surat atau sesinya."
                )
            else:
                continue
            yield error("body", sentence.format(words=found[0], day=full_date(day)), TENSE)


def paper_fits_the_day_of_its_event(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A notula or report of what is still to come; a task, or a call to a visit, of what is past.

    An invitation to a session that is over is found with the session itself.
    """
    for day in _days(facts):
        if letter.kind in _AFTERWARDS and letter.dated_on < day:
            sentence = _(
                "Kegiatannya baru {day}: notula dan laporan bertanggal hari itu atau sesudahnya."
            )
        elif letter.relation in _MENDING or letter.dated_on <= day:
            continue
        elif letter.kind is LetterKind.ASSIGNMENT:
            sentence = _("Surat tugas bertanggal sesudah kegiatannya ({day}); perbaiki tanggalnya.")
        elif letter.kind is LetterKind.INVITATION and facts.session is None:
            sentence = _("Surat bertanggal sesudah pendampingannya ({day}); perbaiki tanggalnya.")
        else:
            continue
        yield error("dated_on", sentence.format(day=full_date(day)), TENSE)


def _thanking(facts: CheckFacts) -> Iterator[str]:
    """The subject that thanks for taking part, and each sentence that says a stage is over."""
    if _GRATEFUL.search(facts.said.subject) and not _days(facts):
        yield facts.said.subject
    for part in _PARTS.split(facts.said.body):
        over = _OVER.search(part)
        if over and not _IF.search(part[: over.start()]):
            yield part


def _stage_of(facts: CheckFacts, letter: Letter, part: str) -> Phase | None:
    """The one stage a text names; of none or of two, none is guessed."""
    kinds = [kind for kind, words in KEYWORDS.items() if words.search(part)]
    return phase_in_force(facts.phases, kinds[0], letter.dated_on) if len(kinds) == 1 else None


def _days(facts: CheckFacts) -> tuple[date, ...]:
    """The day of the session and of the visit the letter is about."""
    return tuple(one.held_on for one in (facts.session, facts.visit) if one is not None)


def _named(phase: Phase) -> str:
    name = _(PHASE_NAMES[phase.kind])
    return name[:1].lower() + name[1:]


CHECKS = (
    thanks_come_after_the_stage,
    event_is_told_in_its_tense,
    paper_fits_the_day_of_its_event,
)
