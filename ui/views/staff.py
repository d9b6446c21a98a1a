"""Petugas: a plain list by role and kecamatan."""

from ui.presenters.records import RecordsSpec
from ui.presenters.staff import SPEC, facts_line
from ui.views import records


class Page(records.Page):
    """The page of the field staff."""

    page_id = "staff"

    def spec(self) -> RecordsSpec:
        return SPEC

    def facts(self) -> str:
        return facts_line(self.workplace.register.officers.all())
