"""Texts for the properties: random ones that look like Lao, Chinese and English, with all the ways to mistype them."""

from hypothesis import strategies as st

LAO = "".join(chr(code) for code in range(0x0E81, 0x0EE0) if chr(code).isprintable())
STUMBLES = "\u200b\u00ad\ufeffｶﾞＡ１，％éÉß\u0301 .,:;'’-()%“”\n\t"
HAN = "社会保障失业保险待遇的了一二三十百万亿〇年第号"
LATIN = "abcdefgzABCZİıСоцсуғ0123456789"

lao = st.text(alphabet=LAO, max_size=40)
mixed = st.text(alphabet=LAO + STUMBLES + HAN + LATIN, max_size=60)
anything = st.one_of(mixed, lao, st.text(max_size=40))

# Every mark has a consonant to stand on, in whatever order it was typed.
syllables = st.from_regex(
    "(?:[\u0ec0-\u0ec4]{0,2}[\u0e81\u0e99\u0ea1\u0ea3\u0ea5\u0eaa\u0eab]"
    "[\u0eb0-\u0eb9\u0ebb\u0ebc\u0ec8-\u0ecd]{0,4}){0,6}",
    fullmatch=True,
)
