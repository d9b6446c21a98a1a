"""The pages of the window: id, title, icon and where the view is; imported when first shown."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from census_desk.words import N_

if TYPE_CHECKING:
    from ui.widgets.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """One entry of the sidebar; `module` holds a class called Page."""

    title: str
    icon: str
    module: str
    at_foot: bool = False


PAGES: Mapping[str, PageSpec] = {
    "home": PageSpec(title=N_("Beranda"), icon="house", module="ui.views.home"),
    "letters": PageSpec(title=N_("Surat"), icon="envelope-paper", module="ui.views.letters"),
    "sessions": PageSpec(title=N_("Sosialisasi"), icon="calendar3", module="ui.views.sessions"),
    "visits": PageSpec(title=N_("Pendampingan"), icon="geo-alt", module="ui.views.visits"),
    "progress": PageSpec(title=N_("OPD & ASN"), icon="bar-chart", module="ui.views.progress"),
    "staff": PageSpec(title=N_("Petugas"), icon="people", module="ui.views.staff"),
    "attendance": PageSpec(
        title=N_("Kehadiran"), icon="person-check", module="ui.views.attendance"
    ),
    "history": PageSpec(title=N_("Riwayat"), icon="clock-history", module="ui.views.history"),
    "settings": PageSpec(
        title=N_("Pengaturan"), icon="gear", module="ui.views.settings", at_foot=True
    ),
}


def page_class(spec: PageSpec) -> "type[Page]":
    """The view's class, imported now."""
    found: type[Page] = importlib.import_module(spec.module).Page
    return found
