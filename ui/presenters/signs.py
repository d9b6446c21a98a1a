"""The sign of each state of coverage: never by colour alone."""

from census_desk.coverage.steps import State

SIGNS = {
    State.DONE: "✓",
    State.PARTLY: "◐",
    State.UNDER_WAY: "›",
    State.LATE: "!",
    State.MISSING: "○",
    State.NOT_NEEDED: "–",
}
