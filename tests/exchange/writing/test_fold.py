import sys

import pytest
from hypothesis import given

from exchange.writing.clusters import clusters
from exchange.writing.fold import CASED, fold, fold_with_offsets, normalise_name, normalise_text
from tests.exchange.writing.samples import anything, syllables

SAME_FOR_SEARCH = [
    ("໑໒໓", "123"),
    ("ສັງ\u200bຄົມ", "ສັງຄົມ"),
    ("ＩＬＯ　１０２", "ilo　102"),
    ("ນໍາ", "ນຳ"),
    ("ນໍ້າ", "ນ້ຳ"),
    ("ນຳ້", "ນ້ຳ"),
    ("ນໍາ້", "ນ້ຳ"),
    ("ທ່ີ", "ທີ່"),
    ("ຊ່ັງ", "ຊັ່ງ"),
    ("ທີີ່່", "ທີ່"),
    ("ເເລະ", "ແລະ"),
    ("ຫນ້າ", "ໜ້າ"),
    ("ຫມໍ", "ໝໍ"),
    ("ຫລາຍ", "ຫຼາຍ"),
    ("ຫຣູຫຣາ", "ຫຼູຫຼາ"),
    ("ຣັດຖະບານ", "ລັດຖະບານ"),
    ("Social PROTECTION", "social protection"),
    ("Straße", "strasse"),
    ("СУҒУРТА", "суғурта"),
    ("re\u0301sume\u0301", "résumé"),
    ("pen\u00adsion", "pension"),
    ("カﾞ", "ガ"),
]


@pytest.mark.parametrize(("typed", "searched"), SAME_FOR_SEARCH)
def test_what_a_reader_calls_the_same_word_gets_one_spelling(typed: str, searched: str) -> None:
    assert fold(typed) == fold(searched) == searched


@pytest.mark.parametrize("text", ["ນ້ຳ", "ໝໍໜຶ່ງ", "ຫຼື", "ເຂົ້າ", "ປະກັນສັງຄົມ", "社会保障"])
def test_a_well_written_word_stays_as_it_is(text: str) -> None:
    assert fold(text) == text


def test_the_one_piece_vowel_and_the_high_letters_are_not_torn_apart() -> None:
    assert [len(fold(letter)) for letter in "ຳໜໝ"] == [1, 1, 1]


def test_two_different_words_stay_two() -> None:
    assert len({fold(word) for word in ("ຂ່າ", "ຂ້າ", "ຂາ", "ຄ່າ", "ຫາ", "ໝາ")}) == 6


@given(anything)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_the_two_ways_to_fold_agree(text: str) -> None:
    assert fold_with_offsets(text).text == fold(text)


@given(anything)
def test_offsets_never_fall_and_end_at_the_end(text: str) -> None:
    folded = fold_with_offsets(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)
    assert all(0 <= offset <= len(text) for offset in folded.offsets)


@pytest.mark.parametrize(
    ("text", "found", "shown"),
    [
        ("ໄປຫນ້າໂຮງຫມໍ", "ໝໍ", "ຫມໍ"),
        ("ດື່ມນໍ້າສະອາດ", "ນ້ຳ", "ນໍ້າ"),
        ("ລັດຖະ\u200bບານ", "ບານ", "ບານ"),
        ("ປີ ໒໐໒໖ ນີ້", "2026", "໒໐໒໖"),
        ("Große Straße 5", "strasse", "Straße"),
    ],
)
def test_a_hit_in_the_folded_text_leads_back_to_the_raw_words(text: str, found: str, shown: str) -> None:
    folded = fold_with_offsets(text)
    begin = folded.text.index(found)
    start, end = folded.raw_span(begin, begin + len(found))
    assert text[start:end] == shown


@given(syllables)
def test_every_folded_cluster_is_the_fold_of_its_raw_part(text: str) -> None:
    folded = fold_with_offsets(text)
    place = 0
    for cluster in clusters(folded.text):
        start, end = folded.raw_span(place, place + len(cluster))
        place += len(cluster)
        assert fold(text[start:end]) == cluster


def test_every_letter_with_a_case_is_known() -> None:
    every = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)
    changing = [character for character in every if character.casefold() != character]
    assert [hex(ord(character)) for character in changing if fold(character) == character] == []
    assert "\u0e80" not in CASED


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  ນາງ  ຄຳ\u00a0ຫຼ້າ \n", "ນາງ ຄຳ ຫຼ້າ"),
        ("ສົມພອນ ຣັດຕະນະວົງ", "ສົມພອນ ຣັດຕະນະວົງ"),
        ("ບຸນນໍາ", "ບຸນນຳ"),
        ("ທ້າວ ນຳ້ຝົນ", "ທ້າວ ນ້ຳຝົນ"),
        ("ຫນູເພັດ", "ຫນູເພັດ"),
        ("José ", "José"),
        ("Ｌｉ　李", "Ｌｉ 李"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_its_stumbles(typed: str, kept: str) -> None:
    assert normalise_name(typed) == kept


def test_stored_text_keeps_its_line_breaks_and_letters() -> None:
    assert normalise_text("ຣັດ\n\nຫນໍ້າ  A") == "ຣັດ\n\nຫນ້ຳ  A"


@given(anything)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise_text(normalise_text(text)) == normalise_text(text)
    assert normalise_name(normalise_name(text)) == normalise_name(text)
