"""The themes: every text is readable on its ground."""

import pytest

from ui.theme import (
    DARK_ACCENTS,
    DARK_PALETTE,
    LIGHT_ACCENTS,
    LIGHT_PALETTE,
    Palette,
    contrast,
)

GROUNDS = ("ground", "stripe", "chrome")
TEXTS = ("text", "quiet", "primary", "success", "warning", "danger", "info")
PAIRS = [
    *[(text, ground) for text in TEXTS for ground in GROUNDS],
    ("chosen_text", "chosen"),
    ("nav", "chrome"),
    ("nav", "line"),
    *[("text", f"{kind}_ground") for kind in ("ok", "info", "warning", "error")],
]


def test_black_on_white_is_twenty_one_to_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("palette", [LIGHT_PALETTE, DARK_PALETTE], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_has_a_contrast_of_four_and_a_half(palette: Palette, text: str, ground: str):
    ratio = contrast(getattr(palette, text), getattr(palette, ground))

    assert ratio >= 4.5, f"{text} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("palette", [LIGHT_PALETTE, DARK_PALETTE], ids=["light", "dark"])
def test_the_colours_of_teams_are_readable_and_told_apart(palette: Palette):
    grounds = [ground for ground, _edge in palette.teams]

    assert min(contrast(palette.text, ground) for ground in grounds) >= 4.5
    assert min(contrast(edge, ground) for ground, edge in palette.teams) >= 3
    assert len({edge for _ground, edge in palette.teams}) == len(palette.teams)


@pytest.mark.parametrize(
    ("accents", "palette"),
    [(LIGHT_ACCENTS, LIGHT_PALETTE), (DARK_ACCENTS, DARK_PALETTE)],
    ids=["light", "dark"],
)
def test_every_accent_is_readable_as_text(accents: dict[str, str], palette: Palette):
    ratios = {name: contrast(colour, palette.ground) for name, colour in accents.items()}

    assert min(ratios.values()) >= 4.5, ratios
