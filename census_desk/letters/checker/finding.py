"""What the checker says: an error or an advice, the field it is about, the rule and its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from census_desk.words import N_, _


class Severity(StrEnum):
    """An error keeps the letter from its number; an advice is for the clerk to weigh."""

    ERROR = "kesalahan"
    ADVICE = "saran"


SEVERITY_NAMES = {Severity.ERROR: N_("Kesalahan"), Severity.ADVICE: N_("Saran")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as it is told, and where it comes from."""

    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend; `field` is the Letter's field to jump to."""

    severity: Severity
    field: str
    sentence: str
    rule: str
    source: str


def error(field: str, sentence: str, rule: Rule) -> Finding:
    """A finding that keeps the letter from being issued."""
    return _finding(Severity.ERROR, field, sentence, rule)


def advice(field: str, sentence: str, rule: Rule) -> Finding:
    """A finding for the clerk to weigh."""
    return _finding(Severity.ADVICE, field, sentence, rule)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that keep a letter from being issued."""
    return tuple(one for one in findings if one.severity is Severity.ERROR)


def _finding(severity: Severity, field: str, sentence: str, rule: Rule) -> Finding:
    return Finding(
        severity=severity, field=field, sentence=sentence, rule=_(rule.text), source=_(rule.source)
    )
