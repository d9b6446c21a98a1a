"""Whose name goes into the history: the one typed in Pengaturan, else the computer's user."""

import getpass

from census_desk.words import _
from ui.workplace import Preferences

KEY = "clerk"


def clerk(preferences: Preferences) -> str:
    """The name for the log of every change made on this computer."""
    chosen = preferences.get(KEY)
    if isinstance(chosen, str) and chosen.strip():
        return chosen.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return _("tanpa nama")
