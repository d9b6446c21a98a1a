"""What the palette lists: the page's commands, then the records the search finds."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ui.commands import Command
from ui.widgets.palette import PaletteEntry
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.presenters.search import SearchHit, SearchPresenter

MOST = 60


def finder(
    commands: Sequence[Command], workplace: Workplace, kept: "list[SearchPresenter] | None" = None
) -> Callable[[str], Sequence[PaletteEntry]]:
    """Answers the entries for a typed text; the search index is made at the first letter.

    `kept` holds it from one palette to the next: many records are gone through once.
    """
    made: list[SearchPresenter] = [] if kept is None else kept

    def find(text: str) -> list[PaletteEntry]:
        entries = [_of_command(command) for command in matching(commands, text)]
        if text:
            if not made:
                from ui.presenters.search import SearchPresenter

                made.append(SearchPresenter(workplace))
            entries += [_of_hit(hit, workplace) for hit in made[0].find(text)]
            if not entries:  # a guess comes first only where nothing was found: Enter does it
                entries = [_of_command(command) for command in resembling(commands, text)]
        return entries[:MOST]

    return find


def matching(commands: Sequence[Command], text: str) -> list[Command]:
    """The commands that can be used now and hold every typed word, best first."""
    words = text.casefold().split()
    usable = [command for command in commands if command.enabled()]
    found = [c for c in usable if all(word in c.text.casefold() for word in words)]
    start = text.casefold()
    return sorted(found, key=lambda command: not command.text.casefold().startswith(start))


def resembling(commands: Sequence[Command], text: str) -> list[Command]:
    """The commands that can be used now and read nearly like the text, for a slip of the keys."""
    from ui.presenters.search import near

    usable = [command for command in commands if command.enabled()]
    return [usable[place] for place in near([command.text for command in usable], text)]


def _of_command(command: Command) -> PaletteEntry:
    return PaletteEntry(text=command.text, detail=command.key_text, run=command.run)


def _of_hit(hit: "SearchHit", workplace: Workplace) -> PaletteEntry:
    return PaletteEntry(
        text=hit.title, detail=hit.detail, run=lambda: workplace.go(hit.page, hit.record_id)
    )
