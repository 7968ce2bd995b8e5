"""Running heads and page numbers are no text."""

from knowledge.library.extraction.furniture import without_furniture

PAGES = [f"ກົດໝາຍປະກັນສັງຄົມ\nThe law, {number}\ntext {chr(64 + number)}\n{number} / 4" for number in range(1, 5)]


def test_lines_that_all_pages_share_go_whatever_number_they_carry() -> None:
    assert without_furniture(PAGES) == ["text A", "text B", "text C", "text D"]


def test_a_line_on_one_page_stays() -> None:
    assert without_furniture(["one\nsame", "two\nsame"]) == ["one\nsame", "two\nsame"]


def test_bullets_without_words_go_and_empty_lines_stay() -> None:
    assert without_furniture(["•\n• first\n\n• •"]) == ["• first\n"]
