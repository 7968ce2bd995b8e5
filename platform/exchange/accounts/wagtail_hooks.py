"""The admin by role: a menu of few entries, a desk instead of Wagtail's dashboard."""

from typing import Any, Final

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from exchange.accounts.desk import Card, RoleMenuItem
from exchange.accounts.roles import is_administrator, is_editor, is_trainer
from exchange.accounts.todo import todo_rows

#: Wagtail's entries that no role sees: choosers, lists of our own and the settings lead there.
HIDDEN: Final = frozenset({"explorer", "images", "documents", "snippets", "reports", "help"})


@hooks.register("construct_main_menu", order=900)
def keep_the_menu_short(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Take out what the role does not work with."""
    hidden = HIDDEN if is_administrator(request.user) else HIDDEN | {"settings"}
    menu_items[:] = [item for item in menu_items if item.name not in hidden]


@hooks.register("register_admin_menu_item")
def register_desk() -> MenuItem:
    return RoleMenuItem(_("Desk"), reverse("wagtailadmin_home"), shown_to=is_trainer, icon_name="home", order=10)


@hooks.register("register_admin_menu_item")
def register_translation_status() -> MenuItem:
    return RoleMenuItem(
        _("Translation status"),
        reverse("translation_status_report"),
        shown_to=is_editor,
        icon_name="site",
        order=270,
    )


@hooks.register("register_admin_menu_item")
def register_moderation() -> MenuItem:
    address = f"{reverse('wagtailadmin_reports:workflow')}?status=in_progress"
    return RoleMenuItem(_("Moderation"), address, shown_to=is_editor, icon_name="tasks", order=272)


@hooks.register("register_admin_menu_item")
def register_people() -> MenuItem:
    return RoleMenuItem(
        _("People"), reverse("wagtailusers_users:index"), shown_to=is_administrator, icon_name="user", order=276
    )


def _for_administrators(label: Any, name: str, icon: str) -> MenuItem:
    return RoleMenuItem(label, reverse(name), shown_to=is_administrator, icon_name=icon, order=900)


@hooks.register("register_settings_menu_item")
def register_all_pages() -> MenuItem:
    return _for_administrators(_("All pages"), "wagtailadmin_explore_root", "folder-open-inverse")


@hooks.register("register_settings_menu_item")
def register_all_images() -> MenuItem:
    return _for_administrators(_("All images"), "wagtailimages:index", "image")


@hooks.register("register_settings_menu_item")
def register_all_files() -> MenuItem:
    return _for_administrators(_("All files"), "wagtaildocs:index", "doc-full-inverse")


@hooks.register("construct_homepage_panels", order=-10)
def lay_the_desk(request: HttpRequest, panels: list[Any]) -> None:
    """Clear Wagtail's dashboard; rooms lay their cards after this one."""
    panels[:] = [
        Card(
            name="todo",
            heading=_("To do"),
            empty=_("Nothing waits for you."),
            order=10,
            rows=todo_rows(request.user),
        )
    ]


@hooks.register("construct_homepage_panels", order=900)
def order_the_desk(request: HttpRequest, panels: list[Any]) -> None:
    """Put the cards in their order, whichever room came first."""
    panels.sort(key=lambda panel: panel.order)


@hooks.register("insert_global_admin_css")
def style_of_the_desk() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("exchange/desk.css"))
