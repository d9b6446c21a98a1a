"""Reporting a visit on the spot: one dialog with the checklist and what was closed and found."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number
from census_desk.visits.obstacle import Obstacle, open_count
from census_desk.visits.outcome import Found, Outcome, open_at, report_visit
from census_desk.visits.visit import CHECKLIST, Visit
from census_desk.words import N_, _
from ui.fields.visits import (
    ATTENDEES,
    FINDINGS,
    HELPED,
    READINESS,
    RECEIVED_BY,
    RECEIVED_BY_POST,
)
from ui.forms import Field, parse, texts_of
from ui.lookup import Lookup
from ui.workplace import OK, Workplace

CLOSE = "close."
FIRST = (replace(ATTENDEES, optional=False), HELPED, *READINESS)
LAST = (FINDINGS, RECEIVED_BY, RECEIVED_BY_POST)
FOUND_REASON = Field(
    name="found_reason",
    label=N_("Kendala baru yang ditemukan"),
    kind="choice",
    collection="reason_keys",
    optional=True,
)
FOUND_COUNT = Field(name="found_count", label=N_("Jumlah orangnya"), kind="number", optional=True)


class ReportForm:
    """The fields of one visit's report: a count for each open obstacle of its office."""

    def __init__(self, workplace: Workplace, visit: Visit) -> None:
        self._workplace = workplace
        self._visit = visit
        self._open = open_at(workplace.register, visit)
        closing = [self._closing(one, workplace.lookup) for one in self._open]
        asked = (*closing, FOUND_REASON, FOUND_COUNT)
        first = replace(asked[0], group=N_("Kendala"))
        self.fields: Sequence[Field] = (*FIRST, first, *asked[1:], *LAST)

    @property
    def texts(self) -> Mapping[str, str]:
        """What the dialog shows first: what is known of the visit."""
        known = texts_of((*FIRST, *LAST), self._visit)
        known |= {name: "" for name in ("attendee_count", "helped_count") if known[name] == "0"}
        return {each.name: "" for each in self.fields} | known

    @property
    def hint(self) -> str:
        """Whose report it is."""
        return self._workplace.lookup.title("offices", self._visit.office_id)

    def save(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Save the report; the problems by field, {} when it is saved."""
        values, problems = parse(self.fields, texts)
        if problems:
            return problems
        if bool(values["found_reason"]) != bool(values["found_count"]):
            return {"found_count": _("Isi kendala baru beserta jumlah orangnya.")}
        try:
            report_visit(
                self._workplace.register,
                self._visit.id,
                self._outcome(values),
                on=self._workplace.working_day(),
                new_id=self._workplace.new_id,
            )
        except InvalidRecord as refused:
            return self._beside(refused.problems, values)
        except CensusDeskError as refused:
            return {"": refused.sentence}
        self._workplace.say(_("Pendampingan dilaporkan."), OK)
        return {}

    def _outcome(self, values: Mapping[str, object]) -> Outcome:
        names = ("attendee_count", "helped_count", *CHECKLIST, *(one.name for one in LAST))
        reason, people = str(values["found_reason"]), int(str(values["found_count"]))
        found = (Found(reason=reason, people_count=people),) if reason else ()
        closed = tuple(
            (one.id, count)
            for one in self._open
            if isinstance(count := values[CLOSE + one.id], int) and count
        )
        return Outcome(**{name: values[name] for name in names}, closed=closed, found=found)  # type: ignore[arg-type]

    def _beside(
        self, problems: Mapping[str, str], values: Mapping[str, object]
    ) -> Mapping[str, str]:
        """A refused closing stands beside the count that is too high; others where they belong."""
        known = {each.name for each in self.fields}
        told = {name if name in known else "": text for name, text in problems.items()}
        for one in self._open:
            count = values[CLOSE + one.id]
            if isinstance(count, int) and count > open_count(one):
                told.pop("", None)
                told[CLOSE + one.id] = _("Yang masih terkendala hanya {left} orang.").format(
                    left=number(open_count(one))
                )
        return told

    def _closing(self, obstacle: Obstacle, lookup: Lookup) -> Field:
        return Field(
            name=CLOSE + obstacle.id,
            label=_("Tuntas: {reason} (dari {left} orang)").format(
                reason=lookup.reason_name(obstacle.reason), left=number(open_count(obstacle))
            ),
            kind="count",
            optional=True,
        )
