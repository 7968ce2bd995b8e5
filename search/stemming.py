"""English words brought to their stem (Snowball English), so that "pensions" finds "pension".

The stemmer is the one inside tantivy, which is installed with every engine: both engines must make the same tokens.
"""

from functools import cache, lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer


@cache
def _analyzer() -> TextAnalyzer:
    return TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.stemmer("English")).build()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded word; words with anything but a to z come back as they are."""
    if not (word.isascii() and word.isalpha()):
        return word
    found = _analyzer().analyze(word)
    return found[0] if found else word
