"""Under which letter of its script a term stands."""

from exchange.writing.collation import sort_key

LAO_CONSONANTS = range(0x0E81, 0x0EAF)
LAO_DIGRAPHS = {"ໜ": "ໜ", "ໝ": "ໝ"}


def initial(text: str, language: str) -> str:
    """Return the heading letter: a Lao consonant, the first pinyin letter, or a Latin capital.

    A Lao vowel written before its consonant (ເ ແ ໂ ໄ ໃ) is passed over, as in Lao dictionaries.
    """
    if language == "lo":
        return next((letter for letter in text if ord(letter) in LAO_CONSONANTS or letter in LAO_DIGRAPHS), text[:1])
    if language == "zh-hans":
        # Keys of Han characters begin with 一 and go on with their syllable.
        return sort_key(text, language).removeprefix("一")[:1].upper()
    return text[:1].upper()
