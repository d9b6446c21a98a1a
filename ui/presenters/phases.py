"""The phase bar without a window: where each stage lies on the line, and what is said below."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from census_desk.indonesian import decimal, number
from census_desk.programme import (
    PHASE_NAMES,
    UNIT_NAMES,
    CountedUnit,
    Denominator,
    Phase,
    PhaseKind,
    Target,
    denominator_in_force,
    phase_in_force,
    target_count,
    target_in_force,
)
from census_desk.words import _
from ui.wording import spoken_date

ONE_DAY = timedelta(days=1)
DONE, NOW, COMING = "done", "now", "coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One stage: from where to where on the line (0 to 1), its words, and done, now or coming."""

    id: str
    name: str
    dates: str
    start: float
    end: float
    state: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseBar:
    """Spans in their order; `today` is where the working day's mark stands."""

    spans: tuple[Span, ...]
    today: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetWords:
    """The target as one line, and the sum with its sources for who wants to know."""

    line: str
    formula: str


def phase_bar(phases: Iterable[Phase], on: date) -> PhaseBar:
    """The stages as they were in force on that day; no spans when none is known."""
    phases = tuple(phases)
    known = [phase_in_force(phases, kind, on) for kind in PhaseKind]
    mine = sorted((phase for phase in known if phase), key=lambda phase: phase.starts_on)
    if not mine:
        return PhaseBar(spans=(), today=0.0, words="")
    first = min(*(phase.starts_on for phase in mine), on)
    last = max(*(phase.ends_on for phase in mine), on)
    length = (last - first) / ONE_DAY + 1

    def place(day: date) -> float:
        return (day - first) / ONE_DAY / length

    spans = tuple(
        Span(
            id=phase.id,
            name=_(PHASE_NAMES[phase.kind]),
            dates=f"{phase.starts_on:%d/%m}–{phase.ends_on:%d/%m}",
            start=place(phase.starts_on),
            end=place(phase.ends_on + ONE_DAY),
            state=_state(phase, on),
            source=phase.source,
        )
        for phase in mine
    )
    return PhaseBar(spans=spans, today=place(on) + 0.5 / length, words=words_of_day(mine, on))


def words_of_day(phases: Iterable[Phase], on: date) -> str:
    """Which stage runs on that day and what remains of it, or how long to the next."""
    phases = tuple(phases)
    for phase in phases:
        if phase.starts_on <= on <= phase.ends_on:
            return _("{phase}: hari ke-{day} dari {days}, {left} hari lagi").format(
                phase=_(PHASE_NAMES[phase.kind]),
                day=(on - phase.starts_on).days + 1,
                days=(phase.ends_on - phase.starts_on).days + 1,
                left=(phase.ends_on - on).days,
            )
    coming = [phase for phase in phases if phase.starts_on > on]
    if not coming:
        return _("Semua tahap sudah selesai")
    following = min(coming, key=lambda phase: phase.starts_on)
    return _("{phase} mulai {days} hari lagi").format(
        phase=_(PHASE_NAMES[following.kind]), days=(following.starts_on - on).days
    )


def target_words(
    targets: Iterable[Target],
    denominators: Iterable[Denominator],
    on: date,
    unit: CountedUnit = CountedUnit.PERSONS,
) -> TargetWords | None:
    """The online target in force on that day with its sum and sources; None when none is known."""
    target = target_in_force(targets, unit, on)
    base = denominator_in_force(denominators, unit, on)
    if target is None or base is None:
        return None
    percent, counted = decimal(target.percent, 2), number(target_count(target, base))
    unit_name = _(UNIT_NAMES[unit]).casefold()
    line = _("Target daring {percent} % = {counted} dari {total} {unit}").format(
        percent=percent, counted=counted, total=number(base.total), unit=unit_name
    )
    formula = _(
        "{percent} % × {total} = {exact}, dibulatkan {counted} {unit}\n"
        "Target: {target_source}, berlaku sejak {target_day}\n"
        "Jumlah dasar: {base_source}, berlaku sejak {base_day}"
    ).format(
        percent=percent,
        total=number(base.total),
        exact=decimal(base.total * target.percent / 100, 2),
        counted=counted,
        unit=unit_name,
        target_source=target.source,
        target_day=spoken_date(target.known_from),
        base_source=base.source,
        base_day=spoken_date(base.known_from),
    )
    return TargetWords(line=line, formula=formula)


def _state(phase: Phase, on: date) -> str:
    if on > phase.ends_on:
        return DONE
    return NOW if on >= phase.starts_on else COMING
