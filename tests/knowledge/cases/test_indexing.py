"""What search learns of a case study."""

from knowledge.cases.indexing import documents, live_case_studies
from tests.factories.cases import case_study


def test_one_document_a_language_that_has_its_own_text() -> None:
    page = case_study(languages="en lo", countries=("LA", "CN"))
    found = {each.language: each for each in documents(page)}
    assert set(found) == {"en", "lo"}
    lao = found["lo"]
    assert (lao.kind, lao.title, lao.path) == ("case-study", "offices lo", "case-studies/offices/")
    assert (lao.countries, lao.branches, lao.year) == (("CN", "LA"), ("old-age",), 2025)
    assert lao.group == found["en"].group


def test_every_part_is_found_and_no_other_language_stands_in() -> None:
    page = case_study(languages="en lo", result_lo=[])
    lao = next(each for each in documents(page) if each.language == "lo")
    for piece in ("Lede lo", "Offices lo", "problem: ຫ້ອງການ", "action: ຫ້ອງການ", "lesson: ຫ້ອງການ", "Report lo"):
        assert piece in lao.body
    assert "result" not in lao.body
    assert "Mobile offices" not in lao.body


def test_a_title_alone_is_no_text() -> None:
    page = case_study(languages="en", title_lo="ຫົວຂໍ້")
    assert [each.language for each in documents(page)] == ["en"]


def test_what_is_not_published_is_not_found() -> None:
    page = case_study()
    assert list(live_case_studies()) == [page]
    page.unpublish()
    assert not live_case_studies().exists()
