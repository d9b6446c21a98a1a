"""The checker: every rule over one letter, errors first."""

from collections.abc import Callable, Iterator

from census_desk.letters.checker import (
    addressing,
    numbering,
    quoted,
    relation,
    sheet,
    signing,
    timing,
    wording,
)
from census_desk.letters.checker.facts import CheckFacts
from census_desk.letters.checker.finding import Finding, Severity
from census_desk.letters.letter import Letter

Check = Callable[[CheckFacts, Letter], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    *signing.CHECKS,
    *numbering.CHECKS,
    *addressing.CHECKS,
    *relation.CHECKS,
    *quoted.CHECKS,
    *timing.CHECKS,
    *wording.CHECKS,
    *sheet.CHECKS,
)


def check(facts: CheckFacts, letter: Letter) -> tuple[Finding, ...]:
    """What is wrong with the letter, errors before advice, each in the order of the paper."""
    found = list(dict.fromkeys(one for rule in CHECKS for one in rule(facts, letter)))
    return tuple(sorted(found, key=lambda one: one.severity is not Severity.ERROR))
