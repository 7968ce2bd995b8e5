import pytest
from hypothesis import given

from exchange.writing.scripts import Run, language_of, runs, script_of
from tests.exchange.writing.samples import anything


@pytest.mark.parametrize(
    ("character", "script"),
    [("ກ", "lao"), ("\u0ec8", "lao"), ("社", "han"), ("〇", "han"), ("é", "latin"), ("ғ", "cyrillic"), ("5", "other")],
)
def test_a_character_has_a_script(character: str, script: str) -> None:
    assert script_of(character) == script


def test_a_text_is_cut_where_its_script_changes() -> None:
    assert runs("ILO 社保ລາວ") == [
        Run("latin", 0, 3),
        Run("other", 3, 4),
        Run("han", 4, 6),
        Run("lao", 6, 9),
    ]


@given(anything)
def test_runs_leave_no_gap_and_agree_with_their_characters(text: str) -> None:
    found = runs(text)
    assert "".join(text[run.start : run.end] for run in found) == text
    assert all(script_of(character) == run.script for run in found for character in text[run.start : run.end])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ກົດໝາຍ ILO ສະບັບ 102", "lo"),
        ("国际劳工组织 (ILO) 公约", "zh"),
        ("The scheme of 老挝", "en"),
        ("2026 – 5.5%", None),
        ("Қонун", None),
        ("", None),
    ],
)
def test_the_language_is_the_one_with_most_letters(text: str, language: str | None) -> None:
    assert language_of(text) == language
