"""gettext for every floor: Indonesian is the source, English the second catalogue."""

import gettext
from collections.abc import Callable

LANGUAGES = ("id", "en")
_active: gettext.NullTranslations = gettext.NullTranslations()


def use_language(code: str, open_catalogue: Callable[[str], gettext.NullTranslations]) -> None:
    """Switch the screens to `code`; texts fetched afterwards come from that catalogue."""
    global _active
    _active = gettext.NullTranslations() if code == "id" else open_catalogue(code)


def _(text: str) -> str:
    """`text` in the language of the screens."""
    return _active.gettext(text)


def N_(text: str) -> str:  # noqa: N802  (the gettext convention)
    """Mark `text` for translation where the language is not chosen yet (tables of constants)."""
    return text


def counted(one: str, many: str, count: int) -> str:
    """`one` or `many`, by the grammar of the screens' language."""
    return _active.ngettext(one, many, count)
