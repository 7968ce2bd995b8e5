"""Make the data files of this folder from two published packages.

    python platform/exchange/writing/data/make.py LAO_ENGLISH_CSV PINYIN_JSON PHRASES_JSON

LAO_ENGLISH_CSV is `laonlp/corpus/lao-eng-dictionary.csv` of the Python package laonlp 1.3.0; the other two are
`pypinyin/pinyin_dict.json` and `pypinyin/phrases_dict.json` of pypinyin 0.55.0. `README.md` says who owns them.
"""

import csv
import gzip
import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2]))

from exchange.writing.clusters import clusters  # noqa: E402  (this file is run, not imported)
from exchange.writing.fold import fold  # noqa: E402
from exchange.writing.words import LONGEST_LAO  # noqa: E402

_VOWEL = re.compile("[\u0eb0-\u0ebd\u0ec0-\u0ec4]")
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}


def lao_heads(source: Path) -> list[str]:
    """The head words in folded spelling: Lao letters only, no bare consonant, no longer than a word may be."""
    with source.open(encoding="utf-8-sig", newline="") as file:
        heads = {fold(row["LaoWord"] or "").strip().rstrip("ໆຯ") for row in csv.DictReader(file)}
    return sorted(
        head
        for head in heads
        if re.fullmatch("[\u0e80-\u0ece\u0edc-\u0edf]+", head)
        and not re.match("[\u0eb0-\u0ebc\u0ec6-\u0ece]", head)
        and len(clusters(head)) <= LONGEST_LAO
        and (len(clusters(head)) > 1 or _VOWEL.search(head))
    )


def pinyin(readings: Path) -> dict[str, str]:
    """The first reading of every character of GB 2312, as "zhong4"."""
    every: dict[str, str] = json.loads(readings.read_text("utf-8"))
    return {
        character: numbered(reading.partition(",")[0])
        for code, reading in every.items()
        if is_gb2312(character := chr(int(code)))
    }


def pinyin_pairs(phrases: Path, first_readings: dict[str, str]) -> dict[str, list[str]]:
    """Pairs of characters of which one has another syllable than its first reading."""
    every: dict[str, list[list[str]]] = json.loads(phrases.read_text("utf-8"))
    pairs: dict[str, list[str]] = {}
    for phrase, readings in every.items():
        if len(phrase) == len(readings) == 2 and all(character in first_readings for character in phrase):
            said = [numbered(reading[0]) for reading in readings]
            usual = [first_readings[character] for character in phrase]
            if [syllable.rstrip("12345") for syllable in said] != [syllable.rstrip("12345") for syllable in usual]:
                pairs[phrase] = said
    return pairs


def numbered(syllable: str) -> str:
    """The tone mark as a digit behind the syllable, ü as v: "lǜ" becomes "lv4"."""
    letters = unicodedata.normalize("NFD", syllable)
    tone = next((_TONES[letter] for letter in letters if letter in _TONES), "5")
    plain = "".join(letter for letter in letters if letter not in _TONES)
    return unicodedata.normalize("NFC", plain).replace("ü", "v") + tone


def is_gb2312(character: str) -> bool:
    """Whether a character is one of the 6,763 Chinese characters of GB 2312."""
    try:
        return "\u4e00" <= character <= "\u9fff" and len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def main(lao_english: str, readings: str, phrases: str) -> None:
    """Write the three files made from others' data."""
    heads = "\n".join(lao_heads(Path(lao_english)))
    (HERE / "lao_words.txt.gz").write_bytes(gzip.compress(heads.encode(), 9, mtime=0))
    first_readings = pinyin(Path(readings))
    by_syllable: dict[str, list[str]] = {}
    for character, syllable in sorted(first_readings.items()):
        by_syllable.setdefault(syllable, []).append(character)
    lines = [f"{syllable} {''.join(characters)}\n" for syllable, characters in sorted(by_syllable.items())]
    (HERE / "pinyin.txt").write_text("".join(lines), "utf-8")
    pairs = sorted(pinyin_pairs(Path(phrases), first_readings).items())
    (HERE / "pinyin_pairs.txt").write_text("".join(f"{pair} {' '.join(said)}\n" for pair, said in pairs), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
