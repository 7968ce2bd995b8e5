"""Labels of Wagtail's choosers that no catalogue can translate, said through ours.

Wagtail names the fields of its link forms by their Python names, and asks gettext for two labels of every chooser
while it is imported, when no language is chosen yet. Looked at in Wagtail 8.0.1; when a later one marks its labels,
this module goes.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import choosers
from wagtail.admin.viewsets.chooser import ChooserViewSet

LINK_FORMS = (
    choosers.ExternalLinkChooserForm,
    choosers.AnchorLinkChooserForm,
    choosers.EmailLinkChooserForm,
    choosers.PhoneLinkChooserForm,
)
LABELS = {
    "link_text": _("Link text"),
    "email_address": _("E-mail address"),
    "phone_number": _("Phone number"),
    "subject": _("Subject"),
    "body": _("Text of the message"),
}


def translate() -> None:
    """Give the link forms and the choosers labels in the language of whoever looks."""
    ChooserViewSet.search_tab_label = _("Search")
    ChooserViewSet.create_action_label = _("Create")
    for form in LINK_FORMS:
        for name, field in form.base_fields.items():
            field.label = LABELS.get(name, field.label)
