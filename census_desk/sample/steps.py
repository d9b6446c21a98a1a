"""The steps of a sample campaign: each kind of step, and what it writes."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from census_desk.desk import Desk
from census_desk.identity import Ids
from census_desk.letters.drafting import drafted, letter_templates
from census_desk.letters.events import Wanted, draft_letter
from census_desk.letters.facts import letter_values
from census_desk.letters.fields import FIELD, as_plain_text
from census_desk.letters.ledger.book import default_books
from census_desk.letters.letter import Letter, LetterBook, LetterStatus
from census_desk.places import province, regency
from census_desk.programme import Programme
from census_desk.register import Register
from census_desk.resource_files import read_json, read_rows
from census_desk.sample import activity_rows, rows
from census_desk.sample.rows import Row
from census_desk.sample.session_steps import SessionSteps
from census_desk.sample.visit_steps import VisitSteps, row_of, rows_of


class Builder(SessionSteps, VisitSteps):
    """Takes one step after the other; remembers which key got which id.

    `ids` None: ids made from the step's moment, the same in every register.
    """

    def __init__(self, register: Register, folder: str, ids: Callable[[], str] | None) -> None:
        self.register = register
        self._folder = folder
        self._moment_ms = 0
        self._new_id = ids or Ids(lambda: self._moment_ms, random.Random(folder).getrandbits)
        self._known: dict[tuple[str, str], str] = {}
        facts = read_json(f"{folder}/desk.json")
        assert isinstance(facts, dict)
        self._facts: dict[str, str] = facts
        self._today = date.fromisoformat(self._facts["working_date"])

    def read(self, name: str) -> list[Row]:
        """The rows of one file of the sample."""
        return list(read_rows(f"{self._folder}/{name}.csv"))

    def take(self, step: Row) -> None:
        """One commit, by the person and at the moment the row names."""
        moment = rows.moment_of(step["moment"])
        self._moment_ms = int(moment.timestamp() * 1000)
        self._today = moment.date()
        self.register.actor = step["actor"]
        work: Callable[[str], None] = getattr(self, f"_{step['kind']}")
        final = step["kind"] in ("number", "invite")  # a number once taken is never handed back
        with self.register.change(step["what"], final=final, moment=moment):
            work(step["key"])

    def id_of(self, collection: str, key: str) -> str:
        """The id of a record already written, by its key in the sample's files."""
        return self._known[collection, key] if key else ""

    def _id_for(self, collection: str, key: str) -> str:
        """A new id, remembered by the key."""
        return self._known.setdefault((collection, key), self._new_id())

    # the kinds of steps

    def _desk(self, _key: str) -> None:
        facts = self._facts
        here = regency(facts["regency_code"])
        self.register.desks.add(
            Desk(
                id=self._new_id(),
                office_name=facts["office_name"],
                regency_code=here.code,
                regency_name=here.name,
                place=facts["place"],
                province_name=province(here.code).name,
                working_date=date.fromisoformat(facts["working_date"]),
                is_sample=True,
            )
        )
        self.register.programmes.add(
            Programme(
                id=self._new_id(),
                name=facts["programme_name"],
                short_name=facts["programme_short_name"],
                regency_code=here.code,
            )
        )

    def _offices(self, _key: str) -> None:
        for row in self.read("offices"):
            record_id = self._id_for("offices", row["code"])
            self.register.offices.add(rows.office(row, record_id, self._facts["asn_note"]))

    def _signatories(self, _key: str) -> None:
        for row in self.read("signatories"):
            record_id = self._id_for("signatories", row["key"])
            self.register.signatories.add(rows.signatory(row, record_id, self.id_of))

    def _letterheads(self, _key: str) -> None:
        listed = read_json(f"{self._folder}/letterheads.json")
        assert isinstance(listed, list)
        for entry in listed:
            record_id = self._id_for("letterheads", entry["key"])
            self.register.letterheads.add(rows.letterhead(entry, record_id))

    def _employees(self, office_code: str) -> None:
        for row in rows_of(self.read("employees"), "office_code", office_code):
            record_id = self._id_for("employees", row["name"])
            self.register.employees.add(rows.employee(row, record_id, self.id_of))

    def _programme(self, _key: str) -> None:
        self._dated_entries(lambda known_from: known_from <= self._today)

    def _later(self, _key: str) -> None:
        self._dated_entries(lambda known_from: known_from > self._today)

    def _dated_entries(self, is_wanted: Callable[[date], bool]) -> None:
        register, new_id = self.register, self._new_id
        writers: dict[str, Callable[[Row], object]] = {
            "phases": lambda row: register.phases.add(rows.phase(row, new_id())),
            "targets": lambda row: register.targets.add(rows.target(row, new_id())),
            "denominators": lambda row: register.denominators.add(rows.denominator(row, new_id())),
            "staffing_plans": lambda row: register.staffing_plans.add(
                rows.staffing_plan(row, new_id())
            ),
        }
        for name, write in writers.items():
            for row in self.read(name):
                if is_wanted(date.fromisoformat(row["known_from"])):
                    write(row)

    def _draft(self, key: str) -> None:
        row = row_of(self.read("letters"), key)
        template = next(one for one in letter_templates() if one.id == row["template"])
        letter = drafted(
            template,
            letter_id=self._id_for("letters", key),
            on=date.fromisoformat(row["dated_on"]),
            desk=self.register.desks.all()[0],
            signatories=self.register.signatories.all(),
            letterheads=self.register.letterheads.all(),
        )
        first = self.id_of("letters", row["refers_to"])
        self.register.letters.add(replace(letter, note=row["note"], refers_to_id=first))

    def _number(self, key: str) -> None:
        row = row_of(self.read("letters"), key)
        letter = self.register.letters.get(self.id_of("letters", key))
        self.register.letters.replace(
            replace(letter, number=row["number"], status=LetterStatus.NUMBERED)
        )

    def _send(self, sent_on: str) -> None:
        for row in rows_of(self.read("deliveries"), "sent_on", sent_on):
            record_id = self._id_for("deliveries", f"{row['letter']} {row['office_code']}")
            self.register.deliveries.add(rows.delivery(row, record_id, self.id_of))
            letter = self.register.letters.get(self.id_of("letters", row["letter"]))
            if letter.status is LetterStatus.NUMBERED:
                self.register.letters.replace(replace(letter, status=LetterStatus.SENT))

    def _receive(self, until: str) -> None:
        for row in self.read("deliveries"):
            record_id = self.id_of("deliveries", f"{row['letter']} {row['office_code']}")
            sent = self.register.deliveries.get(record_id)
            if row["received_on"] and row["received_on"] <= until and not sent.received_on:
                received = replace(
                    sent, received_on=rows.day(row["received_on"]), received_by=row["received_by"]
                )
                self.register.deliveries.replace(received)

    def _officers(self, _key: str) -> None:
        for row in self.read("officers"):
            record_id = self._id_for("officers", row["key"])
            self.register.officers.add(activity_rows.field_officer(row, record_id, self.id_of))

    def _attend(self, session_key: str) -> None:
        for row in rows_of(self.read("attendances"), "session", session_key):
            self.register.attendances.add(activity_rows.attendance(row, self._new_id(), self.id_of))

    def _books(self, archive: str) -> None:
        """The books every desk begins with; BPS numbers need its own archive code."""
        code = self._facts["regency_code"]
        for book in default_books(code, self._new_id):
            self.register.books.add(
                replace(book, archive=archive) if book.key == LetterBook.BPS else book
            )

    def _invite(self, key: str) -> None:
        """The invitation of a session, numbered by the office and given to it; see letters.csv."""
        row = row_of(self.read("letters"), key)
        session = self.register.sessions.get(self.id_of("sessions", row["session"]))
        letter = draft_letter(
            self.register,
            session,
            Wanted.INVITATION,
            on=date.fromisoformat(row["dated_on"]),
            letter_id=self._id_for("letters", key),
        )
        if row["number"]:
            status = LetterStatus.NUMBERED
            numbered = replace(letter, number=row["number"], status=status, note=row["note"])
            self.register.letters.replace(spelled_out(self.register, numbered))

    def _invite_draft(self, key: str) -> None:
        self._invite(key)

    def _recaps(self, counted_on: str) -> None:
        for row in rows_of(self.read("recaps"), "counted_on", counted_on):
            self.register.recaps.add(activity_rows.recap(row, self._new_id(), self.id_of))


def spelled_out(register: Register, letter: Letter) -> Letter:
    """The letter in words, as the paper that was sent says it; what differs by copy stays a field.

    A letter numbered without the desk's paper must not follow its session when that moves.
    """
    values = letter_values(register, letter)
    return replace(
        letter,
        subject=_in_words(letter.subject, values),
        body=_in_words(letter.body, as_plain_text(values)),
    )


def _in_words(text: str, values: Mapping[str, str]) -> str:
    return FIELD.sub(lambda match: values.get(match[1], match[0]), text)
