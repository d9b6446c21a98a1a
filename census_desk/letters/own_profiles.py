"""Layout profiles of an office: copies it edits, beside those that ship."""

from dataclasses import replace
from datetime import date

from census_desk.errors import CensusDeskError
from census_desk.letters.letter import Letter
from census_desk.letters.profile import LayoutProfile, profile_named, profiles
from census_desk.letters.templates import free_name
from census_desk.register import Register
from census_desk.words import _


class ProfileInUse(CensusDeskError):
    """Letters and templates that name a layout keep it."""

    def __init__(self, name: str, users: int) -> None:
        super().__init__(
            _(
                "Profil “{name}” dipakai {count} surat atau templat; "
                "pilih profil lain di sana dulu."
            ).format(name=name, count=users)
        )


def profiles_of(register: Register) -> tuple[LayoutProfile, ...]:
    """Every layout to choose from: the office's own, the newest first, then those that ship."""
    own: tuple[LayoutProfile, ...] = register.collection("profiles").all()
    return (*reversed(own), *profiles())


def profile_for(register: Register, name: str, day: date) -> LayoutProfile:
    """The layout a letter names, or the one its date chooses; an own one before a shipped one."""
    return profile_named(name, day, profiles_of(register))


def copy_profile(
    register: Register, profile_id: str, *, name: str, new_id: str = ""
) -> LayoutProfile:
    """An own copy to edit, in one named step; no letter takes it by date until it is told so.

    Raises UnknownProfile, InvalidRecord for an empty name.
    """
    first = profile_for(register, profile_id, date.min)
    own = replace(first, id=new_id or register.ids(), name=name.strip(), chosen_by_date=False)
    return keep_profile(register, own)


def keep_profile(register: Register, profile: LayoutProfile) -> LayoutProfile:
    """Save an own layout under a name no other has, in one named step."""
    names = {one.name.casefold() for one in profiles_of(register)}
    kept = replace(profile, name=free_name(profile.name, names))
    with register.change(_("Menyimpan profil tata letak: {name}").format(name=kept.name)):
        register.collection("profiles").add(kept)
    return kept


def refuse_profile_in_use(register: Register, profile: LayoutProfile) -> None:
    """ProfileInUse when a letter or a template names it."""
    letters: tuple[Letter, ...] = register.collection("letters").all()
    named = [*letters, *register.collection("templates").all()]
    users = sum(one.profile == profile.id for one in named)
    if users:
        raise ProfileInUse(profile.name, users)
