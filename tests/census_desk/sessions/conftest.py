"""A regency with two offices, ten people by name, and a session of the first office."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

from census_desk.people import Sex
from census_desk.register import Register
from census_desk.sessions.recording import Expected
from census_desk.sessions.roll import people_of
from census_desk.sessions.session import Session
from census_desk.sessions.sheet import Sheet, SheetPage, SheetRow, new_code
from tests.census_desk.builders import a_session, a_sheet, an_employee, an_office

ON = date(2020, 2, 14)
BOX = (0.0, 0.0, 1.0, 1.0)
STAFF = ("Ani", "Bowo", "Citra", "Dedi", "Eka", "Fajar", "Gita", "Hadi")


@dataclass
class Hall:
    """The register, the session, and what a clerk does with them."""

    register: Register
    session: Session

    @property
    def people(self) -> list[Expected]:
        return people_of(self.register, self.register.sessions.get(self.session.id))

    def person(self, name: str) -> Expected:
        return next(one for one in self.people if one.name == name)

    def state(self, name: str) -> str | None:
        return self.person(name).state

    def print_sheet(self, *, rows_a_page: int = 6, walk_ins: int = 4, **fields: Any) -> Sheet:
        """A sheet of the list as it stands, with empty rows at the end."""
        rows = [
            SheetRow(number=number, employee_id=one.employee_id, key=one.key, name=one.name,
                     name_box=BOX, sign_box=BOX, note_box=BOX)
            for number, one in enumerate(self.people, 1)
        ]  # fmt: skip
        last = len(rows)
        rows += [
            SheetRow(number=last + n, walk_in=n, name_box=BOX, sign_box=BOX, note_box=BOX)
            for n in range(1, walk_ins + 1)
        ]
        pages = [
            SheetPage(page=at // rows_a_page + 1, rows=tuple(rows[at : at + rows_a_page]))
            for at in range(0, len(rows), rows_a_page)
        ]
        filled = {
            "id": self.register.ids(),
            "code": new_code(),
            "session_id": self.session.id,
            "printed_at": datetime(2020, 2, 13, 7),
            "pages": tuple(pages),
        }
        return self.register.sheets.add(a_sheet(**(filled | fields)))


@pytest.fixture
def hall() -> Iterator[Hall]:
    with Register.in_memory() as register:
        ids = register.ids
        first = register.offices.add(an_office(id=ids(), code="A", asn_count=10))
        other = register.offices.add(
            an_office(id=ids(), code="B", short_name="Dinsos", name="Dinas Sosial")
        )
        for place, name in enumerate(STAFF):
            sex = Sex.FEMALE if place % 2 == 0 else Sex.MALE
            register.employees.add(an_employee(id=ids(), name=name, office_id=first.id, sex=sex))
        for name in ("Siti Aminah, S.E.", "Siti Aminah, S.Kom.", "Rudi Hartono, S.STP."):
            register.employees.add(an_employee(id=ids(), name=name, office_id=other.id))
        register.employees.add(
            an_employee(id=ids(), name="Joko Susilo", office_id=other.id, nip="198609262015051001")
        )
        session = register.sessions.add(a_session(id=ids(), office_ids=(first.id,)))
        yield Hall(register=register, session=session)
