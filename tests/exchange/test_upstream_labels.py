"""The choosers of the admin have no label left that only English readers understand."""

import pytest
from django.utils.functional import Promise
from wagtail.admin.viewsets.chooser import ChooserViewSet

from exchange.upstream_labels import LABELS, LINK_FORMS


def test_every_field_of_the_link_forms_has_a_label_for_gettext() -> None:
    for form in LINK_FORMS:
        for name, field in form.base_fields.items():
            assert isinstance(field.label, Promise) or field.label == "#", f"{form.__name__}.{name}"


@pytest.mark.parametrize("name", sorted(LABELS))
def test_each_label_still_names_a_field(name: str) -> None:
    assert any(name in form.base_fields for form in LINK_FORMS)


def test_the_labels_of_every_chooser_wait_for_the_readers_language() -> None:
    assert isinstance(ChooserViewSet.search_tab_label, Promise)
    assert isinstance(ChooserViewSet.create_action_label, Promise)
