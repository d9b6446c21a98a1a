"""Draw resources/emblems and resources/icons: neutral placeholders and the desk's own icon.

Run with Pillow 13: `python make_pictures.py ..` (the resources folder). No real emblem, seal or
logo is drawn: an office puts its own file in their place (Pengaturan).
"""

import argparse
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SMOOTH = 4
BLACK, GOLD, GREY = (0, 0, 0, 255), (176, 137, 24, 255), (70, 70, 70, 255)
BLUE, WHITE, GREEN = (10, 88, 202, 255), (255, 255, 255, 255), (20, 108, 67, 255)
CLEAR = (0, 0, 0, 0)
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

Point = tuple[float, float]


def main() -> None:
    """Draw every picture into its folder."""
    parser = argparse.ArgumentParser(description="Draw the placeholders and the icon.")
    parser.add_argument("resources", type=Path)
    resources = parser.parse_args().resources
    font = resources / "fonts" / "Arimo-Bold.ttf"
    emblems, icons = resources / "emblems", resources / "icons"
    regional_emblem(font).save(emblems / "lambang-daerah.png", optimize=True)
    state_emblem(font).save(emblems / "lambang-negara.png", optimize=True)
    logo(font).save(emblems / "logo-instansi.png", optimize=True)
    icon(256).save(icons / "desk.png", optimize=True)
    for size in ICON_SIZES:
        icon(size).save(icons / f"desk-{size}.png", optimize=True)
    icon(256).save(icons / "desk.ico", sizes=[(size, size) for size in ICON_SIZES])


def regional_emblem(font: Path) -> Image.Image:
    """An empty shield in black for the kop of Setda and OPD."""
    picture, draw = blank(500, 600)
    outline(draw, shield(500, 600, 12), BLACK, 12)
    outline(draw, shield(500, 600, 34), BLACK, 4)
    words(draw, font, 62, BLACK, ("lambang", "daerah"), 250, 265)
    return finished(picture, 500, 600)


def state_emblem(font: Path) -> Image.Image:
    """A plain gold ring with a small shield for the kop of the kepala daerah."""
    picture, draw = blank(600, 600)
    ring(draw, 600, 10, GOLD, 14)
    ring(draw, 600, 40, GOLD, 5)
    outline(draw, moved(shield(150, 180, 4), 225, 95), GOLD, 8)
    words(draw, font, 74, GOLD, ("lambang", "negara"), 300, 380)
    return finished(picture, 600, 600)


def logo(font: Path) -> Image.Image:
    """A rounded frame for the kop of an instansi vertikal."""
    picture, draw = blank(600, 600)
    box = [value * SMOOTH for value in (12, 12, 588, 588)]
    draw.rounded_rectangle(box, 70 * SMOOTH, outline=GREY, width=12 * SMOOTH)
    words(draw, font, 104, GREY, ("logo", "instansi"), 300, 300)
    return finished(picture, 600, 600)


def icon(size: int) -> Image.Image:
    """A sheet with a list on a blue ground, its first line ticked."""
    picture, draw = blank(256, 256)
    rounded(draw, (8, 8, 248, 248), 48, BLUE)
    rounded(draw, (62, 40, 194, 216), 14, WHITE)
    rounded(draw, (100, 28, 156, 58), 12, (173, 200, 245, 255))
    tick = [(p * SMOOTH, q * SMOOTH) for p, q in ((80, 98), (95, 114), (122, 80))]
    draw.line(tick, fill=GREEN, width=13 * SMOOTH, joint="curve")
    rounded(draw, (132, 92, 176, 106), 7, BLUE)
    for top in (134, 170):
        rounded(draw, (82, top, 106, top + 20), 5, (173, 200, 245, 255))
        rounded(draw, (118, top + 3, 176, top + 17), 7, BLUE)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def blank(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """A clear ground, drawn larger so that edges come out smooth."""
    picture = Image.new("RGBA", (width * SMOOTH, height * SMOOTH), CLEAR)
    return picture, ImageDraw.Draw(picture)


def finished(picture: Image.Image, width: int, height: int) -> Image.Image:
    """The picture in its own size on white, as paper shows it."""
    small = picture.resize((width, height), Image.Resampling.LANCZOS)
    ground = Image.new("RGB", small.size, (255, 255, 255))
    ground.paste(small, mask=small.getchannel("A"))
    return ground


def shield(width: int, height: int, inset: float) -> list[Point]:
    """The corner points of a shield: flat top, straight sides, rounded foot."""
    left, right, top, foot = inset, width - inset, inset, height - inset
    middle, shoulder = width / 2, height * 0.55
    steps = [step / 24 for step in range(25)]
    right_side = [curve((right, shoulder), (right, foot * 0.86), (middle, foot), t) for t in steps]
    left_side = [curve((middle, foot), (left, foot * 0.86), (left, shoulder), t) for t in steps]
    return [(left, top), (right, top), *right_side, *left_side]


def curve(start: Point, pull: Point, end: Point, t: float) -> Point:
    """A point of a quadratic curve."""
    weights = ((1 - t) ** 2, 2 * t * (1 - t), t**2)
    points = (start, pull, end)
    return (
        sum(w * p[0] for w, p in zip(weights, points, strict=True)),
        sum(w * p[1] for w, p in zip(weights, points, strict=True)),
    )


def moved(points: list[Point], right: float, down: float) -> list[Point]:
    """The same figure elsewhere."""
    return [(x + right, y + down) for x, y in points]


def outline(draw: ImageDraw.ImageDraw, points: list[Point], colour: tuple, width: int) -> None:
    """A closed line."""
    large = [(x * SMOOTH, y * SMOOTH) for x, y in [*points, *points[:2]]]
    draw.line(large, fill=colour, width=width * SMOOTH, joint="curve")


def ring(draw: ImageDraw.ImageDraw, size: int, inset: int, colour: tuple, width: int) -> None:
    """A circle's line."""
    far = (size - inset) * SMOOTH
    near = inset * SMOOTH
    draw.ellipse([near, near, far, far], outline=colour, width=width * SMOOTH)


def rounded(draw: ImageDraw.ImageDraw, box: tuple, radius: int, colour: tuple) -> None:
    """A filled box with round corners."""
    draw.rounded_rectangle([value * SMOOTH for value in box], radius * SMOOTH, fill=colour)


def words(
    draw: ImageDraw.ImageDraw,
    font: Path,
    size: int,
    colour: tuple,
    lines: tuple[str, ...],
    x: int,
    y: int,
) -> None:
    """Lines centred around a point."""
    face = ImageFont.truetype(str(font), size * SMOOTH)
    place = (x * SMOOTH, y * SMOOTH)
    draw.multiline_text(
        place, "\n".join(lines), fill=colour, font=face, anchor="mm", align="center"
    )


if __name__ == "__main__":
    main()
