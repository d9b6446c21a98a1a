"""The planner's rules and own words on groups: read, and saved as the office decides them."""

from dataclasses import replace

from census_desk import editing
from census_desk.register import Register
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.sessions.planning.rules import USUAL_PLANNING, PlanningRules


def planning_rules_of(register: Register) -> PlanningRules:
    """The office's own planning rules, those usual while it has set none."""
    found = register.planning_rules.all()
    return found[0] if found else USUAL_PLANNING


def set_rules(register: Register, rules: PlanningRules) -> PlanningRules:
    """Save the planning rules, the first or those in force; the id is that of the saved ones.

    Raises InvalidRecord for hours outside those of the office.
    """
    saved = register.planning_rules.all()
    if saved:
        return editing.change(register, replace(rules, id=saved[0].id))
    return editing.add(register, replace(rules, id=rules.id or register.ids()))


def own_group(register: Register, key: str) -> PlanningGroup | None:
    """What the office says of a group itself, None while it says nothing."""
    return next((one for one in register.planning_groups.all() if one.key == key), None)


def set_group(register: Register, group: PlanningGroup) -> PlanningGroup:
    """Save what the office says of a group, in place of what it said of the same key before."""
    saved = own_group(register, group.key)
    if saved is not None:
        return editing.change(register, replace(group, id=saved.id))
    return editing.add(register, replace(group, id=group.id or register.ids()))
