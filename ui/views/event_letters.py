"""The commands that write the letters of a session or visit, for the page it stands on."""

from collections.abc import Callable
from functools import partial

from census_desk.letters.events import WANTED_NAMES, Wanted
from census_desk.words import _
from ui.commands import Command
from ui.presenters.event_letters import EventLettersPresenter
from ui.views.record_commands import command_of
from ui.workplace import Workplace

ICONS = {
    Wanted.INVITATION: "envelope-paper",
    Wanted.ASSIGNMENT: "person-vcard",
    Wanted.ROOM: "door-open",
}


def letter_commands(
    page_id: str,
    workplace: Workplace,
    presenter: Callable[[], EventLettersPresenter | None],
    *,
    can: Callable[[], bool],
    show: Callable[[], object],
    reissue: Callable[[], object],
    toolbar: str = "",
) -> list[Command]:
    """Each letter as one command, and those that list and mend.

    `presenter()` follows the event in front, saved first; None when it cannot be saved.
    `toolbar` as in Command.
    """

    def writable() -> bool:
        return can() and not workplace.read_only

    def draft(wanted: Wanted) -> None:
        found = presenter()
        if found is not None and (made := found.draft(wanted)):
            workplace.go("letters", made)

    def correct() -> None:
        found = presenter()
        if found is not None:
            found.ralat()

    make = partial(command_of, page_id)
    return [
        make("letters", _("Surat acara…"), show, icon="envelope", keys=("F7",), enabled=can,
             toolbar=toolbar),
        *(
            make(f"write_{wanted.name.lower()}", _("Buat: {letter}").format(letter=_(name)),
                 partial(draft, wanted), icon=ICONS[wanted], enabled=writable)
            for wanted, name in WANTED_NAMES.items()
        ),
        make("reissue", _("Batalkan dan terbitkan ulang suratnya…"), reissue,
             icon="arrow-repeat", keys=("Ctrl+Shift+U",), enabled=writable),
        make("ralat", _("Ralat surat acara"), correct, icon="eraser",
             keys=("Ctrl+Shift+R",), enabled=writable),
    ]  # fmt: skip
