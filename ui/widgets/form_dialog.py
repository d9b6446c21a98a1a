"""A small form in a window of its own: Enter, Ctrl+S or Simpan saves, Esc leaves all as it was."""

import tkinter
from collections.abc import Callable, Container, Mapping, Sequence

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.forms import Field
from ui.widgets.early_keys import keep_early_keys
from ui.widgets.form_view import Choices, FormView
from ui.widgets.keyboard import focused

Save = Callable[[Mapping[str, str]], Mapping[str, str]]
EDGE = 16
MOST_OF_SCREEN = 0.88


class FormDialog(ttk.Toplevel):
    """`save(texts)` answers the problems by field ("" for one that belongs to none); {} closes.

    `shown(texts)` names the fields that what is typed asks for; all of them without it. A
    dangerous one is red, and leaving it is worded so that nobody takes it for the deed.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        title: str,
        fields: Sequence[Field],
        lookup: Choices,
        *,
        texts: Mapping[str, str],
        save: Save,
        action: str = "",
        hint: str = "",
        shown: Callable[[Mapping[str, str]], Container[str]] | None = None,
        danger: bool = False,
    ) -> None:
        window = parent.winfo_toplevel()
        super().__init__(title=title, transient=window)
        self.withdraw()
        self._save = save
        self._before = focused(window)
        body = ttk.Frame(self, padding=EDGE)
        body.pack(fill="both", expand=True)
        told = ttk.Label(body, text=hint, style="Quiet.TLabel", wraplength=theme.ems(self, 48))
        if hint:
            told.pack(anchor="w", pady=(0, theme.GAP))
        self._told = told.winfo_reqheight() + theme.GAP if hint else 0
        self._shown = shown
        self.form = FormView(body, fields, lookup, changed=self._follow)
        self._make_foot(body, action or _("Simpan"), danger)
        self.form.pack(fill="both", expand=True)
        self.form.set_texts(texts)
        self._follow()
        self.bind("<Escape>", lambda event: self.close())
        self.bind("<Return>", self._enter)
        self.bind("<KP_Enter>", self._enter)
        for key in ("<Control-s>", "<Control-S>"):  # with Caps Lock too
            self.bind(key, self._save_by_key)
        self.protocol("WM_DELETE_WINDOW", self.close)
        self._open(window)

    def save(self) -> None:
        """Save and close, or show what is wrong."""
        problems = dict(self._save(self.form.texts()))
        if not problems:
            self.close()
            return
        self._problem.configure(text=problems.pop("", ""))
        self.form.show_problems(problems)
        self._fit()
        self.form.focus_problem()

    def close(self) -> None:
        """Leave; the focus goes back to where it was."""
        before = self._before
        self.grab_release()
        self.destroy()
        if before is not None and before.winfo_exists():
            before.focus_set()

    def _follow(self, name: str = "") -> None:
        if self._shown is not None:
            self.form.show_only(self._shown(self.form.peek()))
            if name:
                self._fit()

    def _make_foot(self, body: ttk.Frame, action: str, danger: bool) -> None:
        foot = self._foot = ttk.Frame(body)
        foot.pack(side="bottom", fill="x", pady=(EDGE, 0))
        self._problem = ttk.Label(foot, style="Problem.TLabel", wraplength=theme.ems(self, 48))
        self._problem.pack(side="top", anchor="w")
        do = ttk.Button(
            foot, text=action, bootstyle="danger" if danger else "primary", command=self.save
        )
        leave = ttk.Button(
            foot,
            text=_("Tidak jadi") if danger else _("Batal"),
            bootstyle="ghost",
            command=self.close,
        )
        do.pack(side="right")
        leave.pack(side="right", padx=theme.GAP)

    def _enter(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget.winfo_class() not in ("Text", "TButton"):
            self.save()

    def _save_by_key(self, event: "tkinter.Event[tkinter.Misc]") -> str:
        """Save from any field, one of several lines too; the page behind hears nothing."""
        self.save()
        return "break"

    def _height(self) -> int:
        """What all fields, the words above and the buttons below ask for; the screen's at most."""
        self.update_idletasks()
        wanted = self.form.inside.winfo_reqheight() + self._told
        wanted += self._foot.winfo_reqheight() + 4 * EDGE
        return min(wanted, round(self.winfo_screenheight() * MOST_OF_SCREEN))

    def _fit(self) -> None:
        """Grow for sentences and fields that came; a window never shrinks under the hand."""
        height = self._height()
        if height > self.winfo_height():
            y = self._on_screen(self.winfo_rooty(), height)
            self.geometry(f"{self.winfo_width()}x{height}+{self.winfo_x()}+{y}")

    def _on_screen(self, y: int, height: int) -> int:
        """So high that the buttons at the foot stand on the screen, under a title bar."""
        room = round(self.winfo_screenheight() * MOST_OF_SCREEN)
        return max(0, min(y, room - height))

    def _open(self, window: tkinter.Misc) -> None:
        height = self._height()
        width = theme.ems(self, 58)
        x = window.winfo_rootx() + max(0, (window.winfo_width() - width) // 2)
        y = window.winfo_rooty() + max(0, (window.winfo_height() - height) // 3)
        x = max(0, min(x, self.winfo_screenwidth() - width))
        y = self._on_screen(y, height)
        self.geometry(f"{width}x{height}+{x}+{y}")
        keep_early_keys(self)
        self.deiconify()
        self.wait_visibility()
        self.grab_set()
        self.form.focus_first()
