"""The small dialogs of the planner's wizard: a group, a team, several teams, usual sizes."""

import tkinter
from collections.abc import Callable, Mapping, Sequence

from census_desk.words import _
from ui.fields import FIELDS
from ui.fields import planner as asked
from ui.forms import Field
from ui.presenters.planner_wizard import WizardPresenter
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace


class Asking:
    """Nothing is asked of a register that can only be read."""

    def __init__(
        self, page: tkinter.Misc, workplace: Workplace, presenter: WizardPresenter
    ) -> None:
        self._page, self._workplace, self._presenter = page, workplace, presenter

    def group(self, key: str, *, only_place: bool = False) -> None:
        """What the office says of a group itself; of its place alone where that is the matter."""
        groups, shown = self._presenter.groups, asked.PLACE if only_place else asked.GROUP
        self._ask(
            groups.name_of(key),
            shown,
            groups.texts(key),
            lambda texts: groups.save(key, shown, texts),
            hint=_("Yang kosong mengikuti hitungan Census Desk."),
        )

    def team(self, team_id: str = "") -> None:
        """A team, "" for a new one."""
        teams = self._presenter.teams
        self._ask(
            _("Tim"),
            FIELDS["planning_teams"],
            teams.texts(team_id),
            lambda texts: teams.save(team_id, texts),
        )

    def teams(self) -> None:
        """So many teams at once."""
        teams = self._presenter.teams
        self._ask(
            _("Bentuk tim"),
            asked.FORM_TEAMS,
            teams.form_texts(),
            teams.form,
            action=_("Bentuk tim"),
            hint=_("Fasilitator yang belum bertim dibagi rata; sisanya cukup jumlah orangnya."),
        )

    def reach(self) -> None:
        """Which kinds of groups are reached, and how villages come together."""
        self._ask_rules(_("Siapa yang dijangkau"), asked.WHO)

    def room(self) -> None:
        """How many people a place holds where nothing is known of it."""
        self._ask_rules(_("Ukuran umum tempat"), asked.ROOM)

    # inside

    def _ask_rules(self, title: str, shown: Sequence[Field]) -> None:
        presenter = self._presenter
        self._ask(
            title,
            shown,
            presenter.saved_texts(shown),
            lambda texts: presenter.save_rules(shown, texts),
        )

    def _ask(
        self,
        title: str,
        fields: Sequence[Field],
        texts: Mapping[str, str],
        save: Callable[[Mapping[str, str]], Mapping[str, str]],
        *,
        action: str = "",
        hint: str = "",
    ) -> None:
        if self._workplace.read_only:
            return
        FormDialog(
            self._page,
            title,
            fields,
            self._workplace.lookup,
            texts=texts,
            save=save,
            action=action or _("Simpan"),
            hint=hint,
        )
