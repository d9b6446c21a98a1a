"""The checker beside the form: what is wrong with the letter as it is typed, and where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from census_desk.letters.checker.check import check
from census_desk.letters.checker.facts import DrawnFacts, check_facts
from census_desk.letters.checker.finding import SEVERITY_NAMES, Finding, Severity, errors
from census_desk.letters.letter import Letter
from census_desk.words import N_, _
from ui.fields import FIELDS
from ui.tables import Column
from ui.workplace import Workplace

MOST_WORDS = 8  # of a sentence's beginning that may stand in the text
QUOTED = re.compile(r"“([^”]+)”|(\{[^{}]+\})")
ROW_HOLDS = 50  # letters of a sentence that a row shows whole
LABELS = {field.name: field.label for field in FIELDS["letters"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A finding as a row of the panel."""

    id: str
    finding: Finding

    @property
    def is_error(self) -> bool:
        """Whether it keeps the letter from being issued."""
        return self.finding.severity is Severity.ERROR


COLUMNS = (
    Column(
        name="severity",
        label=N_("Tingkat"),
        text=lambda row, lookup: _(SEVERITY_NAMES[row.finding.severity]),
        ems=9,
    ),
    Column(
        name="field",
        label=N_("Isian"),
        text=lambda row, lookup: field_label(row.finding.field),
        ems=13,
    ),
    Column(
        name="sentence",
        label=N_("Yang ditemukan"),
        text=lambda row, lookup: row.finding.sentence,
        ems=44,
    ),
)


def field_label(name: str) -> str:
    """What a letter's field is called on the form."""
    return _(LABELS.get(name, name))


def findings_of(
    workplace: Workplace, letter: Letter, drawn: DrawnFacts | None = None
) -> tuple[Finding, ...]:
    """What the checker says of a letter, saved or not, today; CensusDeskError without a Desk."""
    facts = check_facts(workplace.register, letter, on=workplace.working_day(), drawn=drawn)
    return check(facts, letter)


def rows_of(findings: Sequence[Finding]) -> list[FindingRow]:
    """Findings as rows, errors first."""
    return [FindingRow(id=f"{place:03d}", finding=one) for place, one in enumerate(findings)]


def summary(findings: Sequence[Finding]) -> str:
    """`2 kesalahan · 1 saran`, or that nothing was found."""
    if not findings:
        return _("Tidak ada yang perlu diperbaiki.")
    wrong = len(errors(findings))
    return _("{errors} kesalahan · {advice} saran").format(
        errors=wrong, advice=len(findings) - wrong
    )


def phrase_in(body: str, finding: Finding) -> tuple[int, int]:
    """Where the text says what the finding is about, from and to; (0, 0) where it cannot be told.

    The words a sentence quotes, or the longest run of words it begins with.
    """
    quoted = [one for pair in QUOTED.findall(finding.sentence) for one in pair if one]
    words = finding.sentence.rstrip(".").split()
    begun = (" ".join(words[:count]) for count in range(min(len(words), MOST_WORDS), 1, -1))
    for phrase in (*quoted, *begun):
        place = body.find(phrase.rstrip(":;,"))
        if place >= 0:
            return place, place + len(phrase.rstrip(":;,"))
    return 0, 0


def explained(finding: Finding) -> str:
    """The rule behind a finding and its source; the sentence itself where the row cuts it."""
    told = _("Aturan: {rule} Sumber: {source}.").format(
        rule=finding.rule, source=finding.source.rstrip(".")
    )
    return f"{finding.sentence}\n{told}" if len(finding.sentence) > ROW_HOLDS else told
