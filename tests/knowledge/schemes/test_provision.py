"""What a value may be: a number or a text, with a source, in one cell, replacing without circles."""

import datetime
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from knowledge.schemes.models import Citation, Provision
from tests.factories.schemes import indicator, provision, scheme, words


def raw(**fields: object) -> Provision:
    """A value that was never validated."""
    values = {"country_id": "LA", "indicator": indicator(), "as_of": datetime.date(2017, 1, 1)}
    return Provision(**(values | fields))


@pytest.mark.parametrize("fields", [{}, {"number": 6, "text_lo": "6"}, {"text_en": ""}])
def test_the_database_takes_a_number_or_a_text_not_both_and_not_neither(fields: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        raw(**fields).save()


@pytest.mark.parametrize("fields", [{"number": 0}, {"text_lo": "6 ສ່ວນຮ້ອຍ"}, {"text_zh_hans": "百分之六"}])
def test_zero_is_a_number_and_any_language_is_a_text(fields: dict[str, object]) -> None:
    raw(**fields).save()
    assert Provision.objects.count() == 1


def test_the_form_says_so_in_words() -> None:
    with pytest.raises(ValidationError, match="either a number or a text"):
        provision(number=None)


def test_a_value_needs_a_source_in_some_language() -> None:
    with pytest.raises(ValidationError, match="Name the source"):
        provision(number=6, source_text_en="")
    assert provision(number=6, source_text_en="", source_text_lo="ຄຳແນະນຳ").pk


def test_a_row_of_words_takes_no_number_and_a_row_of_numbers_takes_words() -> None:
    with pytest.raises(ValidationError, match="takes words"):
        provision(number=6, indicator=words())
    assert provision(text_en="up to 16%", indicator=indicator()).pk


def test_a_scheme_of_another_country_is_refused() -> None:
    with pytest.raises(ValidationError, match="another country"):
        provision("CN", 16, scheme=scheme("la-enterprise", "LA"))


def test_a_value_replaces_only_values_of_its_own_cell() -> None:
    chinese = provision("CN", 20)
    with pytest.raises(ValidationError, match="same country and indicator"):
        provision("LA", 6, supersedes=chinese)


def test_values_cannot_replace_each_other_in_a_circle() -> None:
    first = provision(number=5)
    second = provision(number=6, supersedes=first)
    third = provision(number=7, supersedes=second)
    first.supersedes = third
    with pytest.raises(ValidationError, match="in a circle"):
        first.full_clean()


def test_the_database_refuses_a_value_that_replaces_itself() -> None:
    value = provision(number=5)
    with pytest.raises(IntegrityError):
        Provision.objects.filter(pk=value.pk).update(supersedes=value.pk)


def test_a_replaced_value_cannot_be_deleted() -> None:
    older = provision(number=5)
    provision(number=6, supersedes=older)
    with pytest.raises(IntegrityError):
        older.delete()


def test_a_document_is_cited_once_and_pages_count_from_one() -> None:
    value, document = provision(number=6), uuid4()
    Citation.objects.create(provision=value, document_uuid=document, page=3)
    with pytest.raises(IntegrityError):
        Citation.objects.create(provision=value, document_uuid=document, page=4)


def test_there_is_no_page_zero() -> None:
    with pytest.raises(IntegrityError):
        Citation.objects.create(provision=provision(number=6), document_uuid=uuid4(), page=0)
