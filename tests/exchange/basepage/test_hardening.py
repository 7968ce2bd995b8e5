"""The two mends that no page of today shows by itself."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from modeltranslation.fields import TranslatedRelationIdDescriptor

from courses.outline.models import LessonPage
from exchange.languages import SCHEMA_LANGUAGES, column


class Holder:
    """Stands for a page with a translated picture while modeltranslation reads or cleans it."""

    _meta = SimpleNamespace(get_field=lambda name: SimpleNamespace(attname=f"{name}_id"))

    def __init__(self, **flags: bool) -> None:
        self.__dict__.update(flags)


@pytest.mark.parametrize("flag", ["_mt_init", "_mt_disable"])
def test_a_translated_relation_writes_no_fallback_into_the_active_language(flag: str) -> None:
    holder = Holder(**{flag: True})
    descriptor: Any = TranslatedRelationIdDescriptor("picture", settings.MODELTRANSLATION_FALLBACK_LANGUAGES)
    descriptor.__set__(holder, 7)
    assert holder.__dict__ == {flag: True, "picture_id": 7}


@pytest.mark.parametrize("language", SCHEMA_LANGUAGES)
def test_a_stream_that_may_be_empty_is_required_in_no_language(language: str) -> None:
    field: Any = LessonPage._meta.get_field(column("body", language))
    assert field.blank
    assert field.stream_block.required is False
