"""The ways to look at the schedule: their names and keys, and how a calendar is moved about."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from census_desk.words import N_, _
from ui import commands as menus
from ui.commands import Command

if TYPE_CHECKING:
    from ui.views.sessions import Page

MONTH, WEEK, LIST, AGENDA, CLASHES = "month", "week", "list", "agenda", "clashes"
PLANNER = "planner"
VIEWS = (
    # name, its words, its icon; Alt+1 … in this order
    (MONTH, N_("Bulan"), "calendar3"),
    (LIST, N_("Daftar"), "list-ul"),
    (WEEK, N_("Pekan"), "calendar3-week"),
    (AGENDA, N_("Agenda"), "person-lines-fill"),
    (CLASHES, N_("Bentrok"), "exclamation-triangle"),
    (PLANNER, N_("Rencana"), "signpost-split"),
)
CALENDARS = (MONTH, WEEK)


def view_commands(make: Callable[..., Command], use: Callable[[str], object]) -> list[Command]:
    """The way to every view."""
    return [
        make(
            view,
            _(words),
            lambda view=view: use(view),
            icon=icon,
            keys=(f"Alt+{place}",),
            group=menus.VIEW,
        )
        for place, (view, words, icon) in enumerate(VIEWS, 1)
    ]


def calendar_commands(page: "Page") -> list[Command]:
    """What is done in a calendar: turn it, begin a session on a day, carry one to another."""
    make, desk = page.pane._command, page.workplace

    def in_calendar() -> bool:
        return page.view in CALENDARS

    def step(name: str, text: str, run: Callable[[], object], key: str) -> Command:
        return make(name, text, run, keys=(key,), enabled=in_calendar, group=menus.VIEW)

    return [
        step("previous_month", _("Sebelumnya"), lambda: page.turn(-1), "PageUp"),
        step("next_month", _("Berikutnya"), lambda: page.turn(1), "PageDown"),
        step("working_day", _("Ke tanggal kerja"), page.to_working_day, "T"),
        make(
            "new_on_day",
            _("Sesi baru pada hari terpilih"),
            page.new,
            keys=("N",),
            enabled=lambda: in_calendar() and not desk.read_only,
        ),
        make(
            "carry",
            _("Bawa sesi ke hari lain (Spasi)"),
            lambda: page.month.carry(),
            icon="arrows-move",
            enabled=lambda: page.view == MONTH and page.has_session() and not desk.read_only,
        ),
    ]
