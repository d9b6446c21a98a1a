"""Where the backups of each register go, as this computer remembers it."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from census_desk.register import Register
    from ui.workplace import Preferences


def folder_key(path: Path, second: bool = False) -> str:
    """Under which key this computer remembers where the backups of one register go."""
    return f"{'second_' if second else ''}backup_folder.{path}"


def use_kept_folders(register: "Register", preferences: "Preferences") -> None:
    """Let a register just opened back up where the person chose on this computer."""
    if register.path is None:
        return
    if kept := preferences.get(folder_key(register.path)):
        register.backup_folder = Path(str(kept))
    if second := preferences.get(folder_key(register.path, second=True)):
        register.second_backup_folder = Path(str(second))
