"""Indonesian for the words Tk itself shows: its file dialogs on Linux, which ship without it."""

import tkinter
from collections.abc import Mapping

INDONESIAN: Mapping[str, str] = {
    "&Open": "&Buka",
    "Open": "Buka",
    "&Save": "&Simpan",
    "Save": "Simpan",
    "Save As": "Simpan sebagai",
    "&Cancel": "Ba&tal",
    "Cancel": "Batal",
    "&OK": "&OK",
    "&Yes": "&Ya",
    "&No": "&Tidak",
    "&Directory:": "&Folder:",
    "Choose Directory": "Pilih folder",
    "&Selection:": "&Pilihan:",
    "File &name:": "&Nama berkas:",
    "File &names:": "&Nama berkas:",
    "Files of &type:": "&Jenis berkas:",
    "Fi&les:": "&Berkas:",
    "All Files": "Semua berkas",
    "&Delete": "&Hapus",
    "Show &Hidden Files and Directories": "Tampilkan berkas &tersembunyi",
    "Show &Hidden Directories": "Tampilkan folder &tersembunyi",
    'File "%1$s" does not exist.': "Berkas “%1$s” tidak ada.",
    'Directory "%1$s" does not exist.': "Folder “%1$s” tidak ada.",
    'File "%1$s" already exists.\nDo you want to overwrite it?': (
        "Berkas “%1$s” sudah ada.\nTimpa berkas itu?"
    ),
    'Invalid file name "%1$s".': "Nama berkas “%1$s” tidak sah.",
    'Cannot change to the directory "%1$s".\nPermission denied.': (
        "Folder “%1$s” tidak dapat dibuka.\nTidak ada izin."
    ),
    "Replace existing file?": "Timpa berkas yang sudah ada?",
}


def speak(root: tkinter.Misc, language: str) -> None:
    """Let Tk's own dialogs speak the language of the screens ("id" or "en")."""
    tk = root.tk
    tk.call("package", "require", "msgcat")
    for source, translation in INDONESIAN.items():
        script = ("::msgcat::mcset", "id", source, translation)
        tk.call("namespace", "eval", "::tk", tk.call("list", *script))
    tk.call("::msgcat::mclocale", language)
