"""A signed sheet that came back: when and by whom it was entered, and what was typed."""

from dataclasses import dataclass
from datetime import datetime

from census_desk.checks import limit, refuse, require
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReturn:
    """One entering of one sheet; `pages` are those that came back, () for all of them.

    `all_present` tells that every row nobody had noted was marked as present.
    """

    id: str
    sheet_id: str
    session_id: str
    pages: tuple[int, ...] = ()
    typed: str = ""
    all_present: bool = False
    entered_at: datetime
    entered_by: str = ""
    row_count: int = 0

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "sheet_id", self.sheet_id, _("Lembar"))
        require(problems, "session_id", self.session_id, _("Sesi"))
        limit(problems, "typed", self.typed, _("Nomor baris"), 20_000)
        refuse(problems)
