"""Case studies for tests."""

from typing import Any

from exchange.places.models import Country
from knowledge.cases.models import PARTS, CaseStudyIndexPage, CaseStudyPage
from tests.factories.outline import body, home_page

TEXTS = {"en": "Mobile offices visit villages.", "lo": "ຫ້ອງການເຄື່ອນທີ່ໄປຢາມບ້ານ.", "zh_hans": "流动办事点深入村庄。"}


def index_page() -> CaseStudyIndexPage:
    """The list below the home page, made on first use."""
    found = CaseStudyIndexPage.objects.first()
    if found:
        return found
    page = CaseStudyIndexPage(title_en="Case studies", title_lo="ກໍລະນີສຶກສາ", title_zh_hans="案例", slug="case-studies")
    home_page().add_child(instance=page)
    return page


def case_study(
    *, slug: str = "offices", languages: str = "en lo zh_hans", countries: tuple[str, ...] = ("LA",), **fields: Any
) -> CaseStudyPage:
    """A published case study whose every text is in the given languages; it always has an English title."""
    texts: dict[str, Any] = {"title_en": f"{slug} en"}
    for code in languages.split():
        texts |= {f"title_{code}": f"{slug} {code}", f"lede_{code}": f"Lede {code}"}
        texts |= {f"{part}_{code}": body(f"{part}: {TEXTS[code]}") for part in PARTS}
        texts |= {
            f"facts_{code}": [("fact", {"label": f"Offices {code}", "value": "12", "year": "2023", "source": "ILO"})],
            f"sources_{code}": [("source", {"title": f"Report {code}"})],
        }
    page = CaseStudyPage(
        **({"slug": slug, "branches": ["old-age"], "first_year": 2013, "last_year": 2025} | texts | fields)
    )
    index_page().add_child(instance=page)
    page.countries.set(Country.objects.filter(code__in=countries))
    page.save_revision().publish()
    return page
