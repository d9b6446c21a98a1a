"""What a person set up for one table: order, columns, widths."""

from collections.abc import Mapping
from typing import Any

from ui.tables import TableModel
from ui.workplace import Preferences


class TableMemory:
    """Kept in the preferences under the table's name."""

    def __init__(self, preferences: Preferences, name: str) -> None:
        self._preferences = preferences
        self._key = f"table.{name}"

    def keep(self, model: TableModel, widths: Mapping[str, int]) -> None:
        """Remember how the table looks now."""
        order = model.order
        layout = {
            "order": f"{'-' if order.descending else ''}{order.column}",
            "columns": [column.name for column in model.shown_columns],
            "widths": dict(widths),
        }
        self._preferences.set(self._key, layout)

    def recall(self, model: TableModel, first_order: str) -> None:
        """Let the table look as it did; `first_order` ("-held_on" is downwards) if never set."""
        kept = self._kept()
        if isinstance(names := kept.get("columns"), list):
            model.show_columns(names)
        order = str(kept.get("order", first_order))
        model.sort(order.removeprefix("-"), descending=order.startswith("-"))

    def widths(self) -> dict[str, int]:
        """The widths a person chose before, in pixels."""
        kept = self._kept().get("widths", {})
        return {str(k): int(v) for k, v in kept.items()} if isinstance(kept, dict) else {}

    def _kept(self) -> Mapping[str, Any]:
        kept = self._preferences.get(self._key)
        return kept if isinstance(kept, dict) else {}
