"""How columns share the width of a table."""

from collections.abc import Mapping, Sequence

from ui.column_kinds import Column

FIRM_EMS = 13  # days, states and short codes are no wider: they keep their width


def fitted(
    columns: Sequence[Column],
    natural: Mapping[str, int],
    chosen: Mapping[str, int],
    *,
    room: int,
    least: int,
) -> dict[str, int]:
    """Every column's width; those a person chose stay, the texts share what is left of `room`.

    Without room (nothing is on the screen yet) each has its natural width.
    """
    widths = {name: chosen.get(name, width) for name, width in natural.items()}
    soft = [
        each.name
        for each in columns
        if each.align == "w" and each.ems > FIRM_EMS and not each.firm and each.name not in chosen
    ]
    if soft and room > 0:
        left = room - sum(width for name, width in widths.items() if name not in soft)
        widths |= shared({name: natural[name] for name in soft}, left, least)
    return widths


def shared(natural: Mapping[str, int], room: int, least: int) -> dict[str, int]:
    """Widths that fill `room`: too little is taken from the widest, too much goes to them."""
    whole = sum(natural.values())
    if whole <= room:
        more = room - whole
        return {name: width + more * width // whole for name, width in natural.items()}
    level, left, open_columns = 0, room, len(natural)
    for width in sorted(natural.values()):
        level = left // open_columns
        if width > level:
            break
        left -= width
        open_columns -= 1
    return {name: min(width, max(level, least)) for name, width in natural.items()}
