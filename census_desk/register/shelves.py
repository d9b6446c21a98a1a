"""The shelves of an engine's tables: filled when looked at, every row verified on the way."""

from collections.abc import Iterable

from census_desk.register.bulk import without_collecting
from census_desk.register.commits import BLANK, Change
from census_desk.register.engine import Engine, EngineError
from census_desk.register.rows import NO_STATE, first_broken, moved_state, row_sum, shown_id
from census_desk.register.shelf import Shelf
from census_desk.words import _

_CHUNK = 5_000


class Shelves:
    """Documents in memory, table by table; what is broken is left out and told in `damage`."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.read_only_reason: str | None = None
        self.head = engine.head() or BLANK
        self.damage: list[str] = []
        self.shelves: dict[str, Shelf] = {}
        self._opened_at = self.head.rev
        self._loaded = (0, NO_STATE)

    def refresh(self) -> Change | None:
        """Take over what other processes committed; who only reads has nothing to take over."""
        return None

    def shelf(self, name: str) -> Shelf:
        """The shelf of a table, filled when first looked at."""
        if name not in self.shelves:
            self.shelves[name] = Shelf(name, self._fill)
        return self.shelves[name]

    def load_next(self, shelf: Shelf) -> bool:
        """Load one chunk of a shelf, checksums verified; True when it is whole.

        What is broken is left out and told in `damage`, and the register turns read-only.
        """
        try:
            rows = self.engine.load(shelf.name, shelf.position, _CHUNK)
        except EngineError as error:
            if error.trouble != "damaged":
                raise
            self.tell_damage(error.sentence)
            shelf.loaded()
            return True
        self._take(shelf, rows)
        if len(rows) < _CHUNK:
            shelf.loaded()
        return shelf.is_loaded

    def refuse_lost_rows(self) -> None:
        """Compare what was loaded with the sum the log carries; call when every shelf is whole."""
        self._load_new_tables()
        if self.head.rev != self._opened_at:
            self._loaded = _sum_of(self.shelves.values())
        if self._loaded != (self.head.rows, self.head.state):
            self.tell_damage(_("Ada catatan yang hilang atau kembali ke isi lama."))

    def _load_new_tables(self) -> None:
        """Tables that others began while we loaded; again until nobody committed meanwhile."""
        settled = False
        while not settled:
            for table in self.engine.tables():
                self.shelf(table).need()
            settled = self.refresh() is None

    def _take(self, shelf: Shelf, rows: list[tuple[int, int, bytes, bytes]]) -> None:
        broken = set(first_broken(shelf.name, rows))
        for number in broken:
            shelf.broken[number] = _("Isi catatan rusak di disk.")
            self.tell_damage(
                _("Catatan {id} di {table} rusak.").format(id=shown_id(number), table=shelf.name)
            )
        good = [row for row in rows if row[0] not in broken] if broken else rows
        shelf.take(good)
        count, state = self._loaded
        self._loaded = (count + len(good), moved_state(state, (), [row[3] for row in good]))
        if rows:
            shelf.position = rows[-1][0]

    def tell_damage(self, sentence: str) -> None:
        """Note damage; from now on nothing is written."""
        self.damage.append(sentence)
        self.read_only_reason = sentence

    def _fill(self, shelf: Shelf) -> None:
        with without_collecting():
            while not self.load_next(shelf):
                pass


def _sum_of(shelves: Iterable[Shelf]) -> tuple[int, bytes]:
    sums = [
        row_sum(shelf.name, number, shelf.revs[number], body)
        for shelf in shelves
        for number, body in shelf.bodies.items()
    ]
    return len(sums), moved_state(NO_STATE, (), sums)
