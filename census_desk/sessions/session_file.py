"""That a session's file is closed: when, by whom, and despite what was missing."""

from dataclasses import dataclass
from datetime import date

from census_desk.checks import limit, refuse, require
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFile:
    """The closed file of one session; `despite` is the reason why it was closed incomplete."""

    id: str
    session_id: str
    closed_on: date
    closed_by: str = ""
    despite: str = ""
    missing: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "session_id", self.session_id, _("Sesi"))
        limit(problems, "despite", self.despite, _("Alasan"))
        if self.missing and not self.despite.strip():
            problems["despite"] = _("Berkas yang belum lengkap hanya ditutup dengan alasan.")
        refuse(problems)
