"""How columns share the width of a table."""

from collections.abc import Mapping


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
