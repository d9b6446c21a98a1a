"""Taking a shared register over from a computer that went silent, after a question by name."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from census_desk.register import Register
from census_desk.words import _

if TYPE_CHECKING:
    from census_desk.register.lease import LeaseWatch


def taken_over(
    path: Path,
    watch: "LeaseWatch",
    confirm: Callable[..., bool],
    *,
    actor: str,
    shared: bool | None = None,
) -> Register | None:
    """The register opened for writing, or None when the clerk thought better of it.

    Raises RegisterInUse when the holder came back meanwhile, CannotOpen as any opening does.
    """
    if not confirm(question(path, watch), action=_("Ambil alih"), danger=True):
        return None
    return Register.open(path, actor=actor, take_over=True, watch=watch, load="lazy", shared=shared)


def question(path: Path, watch: "LeaseWatch") -> str:
    """Who is replaced, and what that means for him."""
    holder = watch.look()
    if holder is None:
        return _("Register {name} sudah tidak dipakai siapa pun. Buka untuk menulis?").format(
            name=path.name
        )
    return _(
        "Register {name} dipakai oleh {person} di {pc} sejak {since}, tetapi komputer itu sudah "
        "diam lebih dari semenit. Ambil alih? Bila aplikasi di sana ternyata masih terbuka, "
        "isian yang belum disimpan di sana tidak dapat disimpan lagi."
    ).format(name=path.name, person=holder.person, pc=holder.pc, since=holder.since_text)


def came_back(path: Path, watch: "LeaseWatch") -> str:
    """Why the register could not be taken over after all."""
    holder = watch.look()
    return _("{person} di {pc} memakai {name} lagi; register ini tetap baca-saja.").format(
        person=holder.person if holder else "?", pc=holder.pc if holder else "?", name=path.name
    )
