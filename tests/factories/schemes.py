"""Indicators and provisions for tests: sensible where a test does not care."""

import datetime
from typing import Any

from knowledge.schemes.models import Indicator, Provision, Scheme

TEXT_FIELDS = ("text", "population", "article", "source_text", "note")


def indicator(code: str = "employer-rate", **fields: Any) -> Indicator:
    """The indicator of this code, made on first use: a rate in per cent."""
    values = {
        "group": "financing",
        "label_en": "Contribution rate, employer",
        "label_lo": "ອັດຕາເງິນສົມທົບຂອງຜູ້ໃຊ້ແຮງງານ",
        "label_zh_hans": "用人单位缴费比例",
        "is_number": True,
        "unit": "percent",
        "order": 10,
    }
    return Indicator.objects.get_or_create(code=code, defaults=values | fields)[0]


def words(code: str = "legal-basis", **fields: Any) -> Indicator:
    """An indicator that is answered in words."""
    values = {"group": "law", "label_en": "Legal basis", "is_number": False, "unit": "", "order": 5}
    return indicator(code, **({"label_lo": "", "label_zh_hans": ""} | values | fields))


def scheme(code: str = "la-enterprise", country: str = "LA", **fields: Any) -> Scheme:
    """The scheme of this code, made on first use."""
    values = {"country_id": country, "name_en": code, "branches": ["old-age"]} | fields
    return Scheme.objects.get_or_create(code=code, defaults=values)[0]


def provision(country: str = "LA", number: Any = None, **fields: Any) -> Provision:
    """A value of this country; without ``indicator``, of the employer's rate."""
    values: dict[str, Any] = {
        "country_id": country,
        "indicator": fields.pop("indicator", None) or indicator(),
        "number": number,
        "as_of": datetime.date(2017, 1, 1),
        "source_text_en": "Guideline of 2015",
    }
    made = Provision(**(values | fields))
    made.full_clean()
    made.save()
    return made
