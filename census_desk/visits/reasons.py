"""Why people cannot finish: a list the office edits, each reason curable by a visit or not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from census_desk.checks import limit, refuse, require
from census_desk.errors import CensusDeskError
from census_desk.register import Register
from census_desk.resource_files import read_rows
from census_desk.words import _

SHIPPED = "reasons/alasan-kendala.csv"
YES = "ya"
# The commonest reason of the online census, and the one a new obstacle begins with.
MISMATCH = "NIK/KK tidak cocok (kode 104)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason; obstacles keep its `key`. `advice` is what an officer on the spot does first.

    Not curable: nothing a visit can do, the household waits for the interviews or is away.
    """

    id: str
    key: str
    name: str
    is_curable: bool = True
    advice: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "key", self.key, _("Kunci"))
        require(problems, "name", self.name, _("Nama kendala"))
        limit(problems, "key", self.key, _("Kunci"), 60)
        limit(problems, "name", self.name, _("Nama kendala"), 120)
        limit(problems, "advice", self.advice, _("Saran bagi petugas"), 300)
        refuse(problems)


class ReasonInUse(CensusDeskError):
    """A reason that obstacles name keeps its key and stays in the list."""

    def __init__(self, name: str, count: int) -> None:
        super().__init__(
            _(
                "Alasan “{name}” dipakai {count} kendala, jadi kuncinya tetap dan tidak dihapus; "
                "ubah namanya saja."
            ).format(name=name, count=count)
        )


def default_reasons(new_id: Callable[[], str]) -> list[Reason]:
    """The reasons that ship with the desk, in their order."""
    return [
        Reason(
            id=new_id(),
            key=row["key"],
            name=row["name"],
            is_curable=row["is_curable"] == YES,
            advice=row["advice"],
        )
        for row in read_rows(SHIPPED)
    ]


def add_default_reasons(register: Register, *, new_id: Callable[[], str]) -> int:
    """Save the shipped reasons whose key the register does not have; how many were added."""
    with register.change(_("Menyiapkan alasan kendala")):
        known = {one.key for one in register.collection("reasons").all()}
        fresh = [one for one in default_reasons(new_id) if one.key not in known]
        register.collection("reasons").add_many(fresh)
    return len(fresh)


def reasons_of(saved: Iterable[Reason]) -> tuple[Reason, ...]:
    """The office's own list; the shipped one while it has none (a register made earlier)."""
    return tuple(saved) or _shipped()


@cache
def _shipped() -> tuple[Reason, ...]:
    return tuple(default_reasons(lambda: ""))


def curable_keys(reasons: Iterable[Reason]) -> frozenset[str]:
    """The keys of the reasons a visit can cure."""
    return frozenset(one.key for one in reasons if one.is_curable)


def reason_name(reasons: Iterable[Reason], key: str) -> str:
    """What a reason is called; its key for one no longer in the list."""
    return next((one.name for one in reasons if one.key == key), key)
