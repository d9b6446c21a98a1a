"""Commands on what a plan is made from: groups to reach, the planner's rules, teams, own words."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

from census_desk.errors import CensusDeskError
from census_desk.indonesian import number
from census_desk.register import Register
from census_desk.sessions.planning.forming import form_teams
from census_desk.sessions.planning.group import GROUP_KIND_NAMES, Group
from census_desk.sessions.planning.groups import groups_to_reach
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.sessions.planning.rules import PlanningRules
from census_desk.sessions.planning.settings import (
    own_group,
    planning_rules_of,
    set_group,
    set_rules,
)
from census_desk.words import _
from ui.command_line import typed
from ui.command_line.failures import DONE
from ui.command_line.finding import NothingFound, SeveralFound, best_matches
from ui.command_line.letters import today
from ui.command_line.opening import reading, writing
from ui.command_line.output import as_json, clean, table
from ui.command_line.showing import in_json, shower_of
from ui.fields.plans import PLANNING_RULES
from ui.forms import KINDS, Field

NUMBERS = [False, False, True, True, True, True, True]


def list_groups(args: Namespace) -> int:
    """`planner groups`: whom the campaign must reach, what is left of each, and why nothing is."""
    with reading(args) as register:
        on = today(register)
        keys = keys_named(groups_to_reach(register, on), args.only)
        found = [
            one for one in groups_to_reach(register, on, keys) if args.all or one.sessions or keys
        ]
        if args.json:
            print(as_json([_plain(one) for one in found]))
            return DONE
        headings = [
            *(_("Kelompok"), _("Jenis"), _("Orang"), _("Sudah"), _("Terjadwal")),
            *(_("Sisa"), _("Sesi"), _("Tempat"), _("Keterangan")),
        ]
        rows = [_row(one) for one in found]
        print("\n".join(table(headings, rows, NUMBERS)))
        left = sum(one.sessions for one in found)
        people = sum(one.left for one in found)
        told = _("{groups} kelompok, {people} orang belum terjangkau, {sessions} sesi lagi.")
        print(told.format(groups=number(len(found)), people=number(people), sessions=number(left)))
    return DONE


def show_or_set_rules(args: Namespace) -> int:
    """`planner rules`: what the planner keeps to; with field=value they are changed."""
    pairs = [*args.values, *typed.file_pairs(args.file)]
    with (writing if pairs else reading)(args) as register:
        rules = planning_rules_of(register)
        if pairs:
            changed = typed.changed_record(register, "planning_rules", rules, pairs)
            rules = set_rules(register, changed)
        if args.json:
            print(as_json(shower_of(register, "planning_rules", full=True).plain(rules)))
            return DONE
        rows = [[field.name, _(field.label), _shown(rules, field)] for field in PLANNING_RULES]
        print("\n".join(table([_("Nama"), _("Aturan"), _("Isi")], rows)))
    return DONE


def make_teams(args: Namespace) -> int:
    """`planner teams`: so many new teams, facilitators of no team yet dealt out among them."""
    with writing(args) as register:
        made = form_teams(
            register,
            args.count,
            members=args.members,
            min_present=args.least,
            new_id=register.ids,
        )
        print(_("Dibentuk: {names}.").format(names=", ".join(clean(one.name) for one in made)))
    return DONE


def set_own_words(args: Namespace) -> int:
    """`planner group`: what the office says of one group in place of what is derived."""
    with writing(args) as register:
        group = the_group(register, args.group)
        own = own_group(register, group.key) or PlanningGroup(id=register.ids(), key=group.key)
        pairs = [*args.values, *typed.file_pairs(args.file)]
        changed = typed.changed_record(register, "planning_groups", own, pairs)
        set_group(register, replace(changed, key=group.key))
        after = the_group(register, group.key)
        told = _("{group}: {people} orang, {sessions} sesi di {venue}.")
        print(
            told.format(
                group=clean(after.short_name),
                people=number(after.people),
                sessions=number(after.sessions),
                venue=clean(after.venue),
            )
        )
    return DONE


def the_group(register: Register, text: str) -> Group:
    """The group a person means, by key or name."""
    groups = groups_to_reach(register, today(register))
    (key,) = keys_named(groups, [text])
    return next(one for one in groups if one.key == key)


def keys_named(groups: Sequence[Group], texts: Iterable[str]) -> list[str]:
    """The keys these texts mean: keys as they are, else the group of that name."""
    rows = {row for one in groups for row in one.board_keys}
    found = []
    for text in texts:
        if text in rows:
            found.append(text)
            continue
        known = [(one, (one.key, one.short_name, one.name)) for one in groups]
        matches = best_matches(text, known)
        if not matches:
            raise NothingFound(_("kelompok sasaran"), text)
        if len(matches) > 1:
            shown = [f"{one.short_name} [{one.key}]" for one in matches]
            raise SeveralFound(_("kelompok sasaran"), text, shown)
        found.append(matches[0].key)
    return found


# inside


def _shown(rules: PlanningRules, field: Field) -> str:
    value = getattr(rules, field.name)
    return "" if value is None else KINDS[field.kind].show(value).replace("\n", "; ")


def _row(group: Group) -> list[str]:
    return [
        group.short_name,
        _(GROUP_KIND_NAMES[group.kind]),
        number(group.people),
        number(group.reached),
        number(group.scheduled),
        number(group.left),
        number(group.sessions),
        group.venue,
        group.why,
    ]


def _plain(group: Group) -> dict[str, object]:
    names = [one.name for one in fields(group) if one.name not in ("own", "position")]
    plain = {name: in_json(getattr(group, name)) for name in names}
    return plain | {"lat": group.position.lat, "lon": group.position.lon}


class NoPlan(CensusDeskError):
    """There is no plan yet to do that with."""

    def __init__(self) -> None:
        super().__init__(_("Belum ada rencana kalender; buat dulu: census-desk planner make."))
