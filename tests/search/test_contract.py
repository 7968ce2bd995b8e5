"""What every engine promises, asked of each in the same words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.backends.embedded import EmbeddedEngine
from search.protocol import Document, Engine, Entry, Filter, Query, Results
from tests.search.conftest import document, entry

ENGINES = ["embedded", pytest.param("elastic", marks=pytest.mark.elastic)]
LAO = "ຜູ້ປະກັນຕົນມີສິດໄດ້ຮັບເງິນອຸດໜູນບຳນານເມື່ອມີອາຍຸກະສຽນ"
CHINESE = "参加基本养老保险的个人达到法定退休年龄时累计缴费满十五年的按月领取基本养老金"
ENGLISH = "Contributions are withheld from the wages of insured workers"


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    if request.param == "embedded":
        return EmbeddedEngine(tmp_path / "search")
    pytest.skip("The Elasticsearch engine comes with its own issue.")


Fill = Callable[..., Engine]


@pytest.fixture
def fill(engine: Engine) -> Fill:
    """Build the index of these documents."""

    def build(*documents: Document) -> Engine:
        groups: dict[str, list[Document]] = {}
        for one in documents:
            groups.setdefault(one.group, []).append(one)
        engine.rebuild(entry(*rows) for rows in groups.values())
        return engine

    return build


@pytest.fixture
def trilingual(fill: Fill) -> Engine:
    """One document in each language, and one that answers nothing."""
    return fill(
        document("lao", LAO, language="lo", title="ກົດໝາຍປະກັນສັງຄົມ"),
        document("chinese", CHINESE, language="zh-hans", title="社会保险法"),
        document("english", ENGLISH, title="Collection of contributions"),
        document("other", "Nothing to see here", title="Opening hours"),
    )


def ask(engine: Engine, text: str, **query: object) -> Results:
    return engine.search(Query(**{"text": text, "language": "en", **query}))  # type: ignore[arg-type]


def names(results: Results) -> list[str]:
    return [hit.group for hit in results.hits]


def counts(results: Results, facet: str) -> dict[str, int]:
    return {one.value: one.count for one in results.facets[facet]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("ເງິນອຸດໜູນ", "lao", id="a Lao word inside a sentence"),
        pytest.param("ກະສຽນ", "lao", id="a Lao word at the end of an unspaced sentence"),
        pytest.param("ສິດ", "lao", id="one Lao syllable"),
        pytest.param("ເງິນອຸດຫນູນ", "lao", id="old Lao spelling finds new"),
        pytest.param("ບໍານານ", "lao", id="a vowel typed in two pieces"),
        pytest.param("ເມືອມີອາຍຸ", "lao", id="a lost tone mark"),
        pytest.param("养老保险", "chinese", id="a Chinese word inside a sentence"),
        pytest.param("领取基本养老金", "chinese", id="Chinese words at the end"),
        pytest.param("龄", "chinese", id="one Han character"),
        pytest.param("社会保险法", "chinese", id="a Chinese title"),
        pytest.param("contribution", "english", id="another form of an English word"),
        pytest.param("INSURED WORKER", "english", id="capitals"),
        pytest.param("ｗａｇｅｓ", "english", id="full-width letters"),
        pytest.param("ກົດໝາຍ", "lao", id="a Lao title"),
    ],
)
def test_it_finds(trilingual: Engine, text: str, found: str) -> None:
    assert names(ask(trilingual, text)) == [found]


def test_scripts_may_be_mixed_in_a_query_and_in_a_text(fill: Fill) -> None:
    engine = fill(
        document("mixed", "ອົງການ LSSO 社会保险 ປີ ໒໐໑໘", language="lo"), document("lao", "ອົງການ", language="lo")
    )
    assert names(ask(engine, "LSSO ອົງການ 2018 社会保险"))[0] == "mixed"
    assert names(ask(engine, '"LSSO 社会保险"')) == ["mixed"]


def test_a_phrase_stands_as_it_was_typed(fill: Fill) -> None:
    engine = fill(
        document("right", "the old age pension scheme"),
        document("wrong", "pension age of the old scheme"),
        document("lao", "ກອງທຶນປະກັນສັງຄົມແຫ່ງຊາດ", language="lo"),
        document("lao apart", "ສັງຄົມມີປະກັນ", language="lo"),
    )
    assert names(ask(engine, '"old age pension"')) == ["right"]
    assert names(ask(engine, "“ປະກັນສັງຄົມ”")) == ["lao"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pension -tax", ["funded"]),
        ('pension -"paid by tax"', ["funded"]),
        ("ບຳນານ -ອາກອນ", ["lao funded"]),
        ("养老金 -税收", ["chinese funded"]),
    ],
)
def test_without_holds_in_every_language(fill: Fill, text: str, found: list[str]) -> None:
    engine = fill(
        document("funded", "A pension paid by contributions"),
        document("taxed", "A pension paid by tax"),
        document("lao funded", "ບຳນານຈ່າຍຈາກກອງທຶນ", language="lo"),
        document("lao taxed", "ບຳນານຈ່າຍຈາກອາກອນ", language="lo"),
        document("chinese funded", "养老金由缴费支付", language="zh-hans"),
        document("chinese taxed", "养老金由税收支付", language="zh-hans"),
    )
    assert names(ask(engine, text)) == found


def test_one_side_of_or_is_enough(fill: Fill) -> None:
    engine = fill(
        document("a", "maternity benefit"), document("b", "生育津贴 benefit"), document("c", "sickness benefit")
    )
    assert sorted(names(ask(engine, "maternity OR 生育"))) == ["a", "b"]
    assert sorted(names(ask(engine, "maternity OR sickness benefit"))) == ["a", "c"]


def test_most_words_must_be_there_and_the_answer_says_when_they_are_not(fill: Fill) -> None:
    engine = fill(document("both", "unemployment insurance"), document("one", "unemployment statistics"))
    exact = ask(engine, "unemployment insurance")
    assert (names(exact), exact.loosened) == (["both"], False)
    loose = ask(engine, "unemployment zebra")
    assert (sorted(names(loose)), loose.loosened) == (["both", "one"], True)


def test_a_word_in_the_title_counts_more(fill: Fill) -> None:
    engine = fill(
        document("text", "pension and some more words", title="Law"), document("title", "words", title="Pension")
    )
    assert names(ask(engine, "pension")) == ["title", "text"]


@pytest.fixture
def faceted(fill: Fill) -> Engine:
    return fill(
        document("a", "pension", countries=("LA",), branches=("old-age",), year=2018, kind="document"),
        document("b", "pension", countries=("LA", "CN"), branches=("old-age", "survivors"), year=2020, kind="lesson"),
        document("c", "pension", countries=("TJ",), year=2020, kind="lesson", language="lo"),
        document("d", "sickness", countries=("LA",), year=2018),
    )


def test_filters_narrow_and_their_counts_ignore_themselves(faceted: Engine) -> None:
    results = ask(faceted, "pension", filter=Filter(country=("LA",)))
    assert sorted(names(results)) == ["a", "b"]
    assert results.total == 2
    assert counts(results, "country") == {"LA": 2, "CN": 1, "TJ": 1}
    assert counts(results, "kind") == {"document": 1, "lesson": 1}
    assert counts(results, "year") == {"2020": 1, "2018": 1}
    assert counts(results, "branch") == {"old-age": 2, "survivors": 1}
    both = ask(faceted, "pension", filter=Filter(country=("LA",), kind=("lesson",)))
    assert counts(both, "country") == {"CN": 1, "LA": 1, "TJ": 1}
    assert counts(both, "kind") == {"document": 1, "lesson": 1}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pension country:CN", ["b"]),
        ("pension country:laos kind:lesson", ["b"]),
        ("pension year:2019..2021", ["b", "c"]),
        ("pension year:..2018", ["a"]),
        ("pension language:lo", ["c"]),
        ("pension branch:survivors", ["b"]),
        ("pension -country:LA", ["c"]),
        ("year:2018", ["a", "d"]),
        ("kind:lesson -country:TJ", ["b"]),
    ],
)
def test_filters_can_be_typed(faceted: Engine, text: str, found: list[str]) -> None:
    assert sorted(names(ask(faceted, text))) == found


def test_a_chosen_value_without_hits_stays_visible(faceted: Engine) -> None:
    results = ask(faceted, "sickness", filter=Filter(country=("TJ",)))
    assert results.total == 0
    assert counts(results, "country") == {"LA": 1, "TJ": 0}


def test_nobody_finds_what_is_not_meant_for_him_and_no_count_tells_of_it(fill: Fill) -> None:
    engine = fill(
        document("public", "pension reform", countries=("LA",)),
        document("members", "pension reform", audience=("signed-in",), countries=("CN",)),
        document("group", "pension reform", audience=("group:7", "user:3"), countries=("TJ",)),
        document("nobody", "pension reform", audience=(), countries=("VN",)),
    )
    seen = {
        ("public",): ["public"],
        ("public", "signed-in"): ["members", "public"],
        ("public", "signed-in", "group:7"): ["group", "members", "public"],
        (): [],
    }
    for audience, found in seen.items():
        results = ask(engine, "pension", audience=audience)
        assert sorted(names(results)) == found
        assert results.total == len(found)
        assert sum(counts(results, "country").values()) == len(found)
    assert names(ask(engine, "country:TJ")) == []


def pages(group: str, *texts: str, **fields: object) -> list[Document]:
    head = document(group, "", title=group, path=f"library/{group}/", **fields)
    rows = [
        document(group, text, title=group, page=number, path=f"library/{group}/{number}/", **fields)
        for number, text in enumerate(texts, 1)
    ]
    return [head, *rows]


def test_pages_stand_under_their_document(fill: Fill) -> None:
    engine = fill(
        *pages("law", "opening words", "pension pension", "a pension of a widow", "pension", "pension fund", "the end"),
        *pages("decree", "a pension", "annex"),
    )
    results = ask(engine, "pension")
    law = next(hit for hit in results.hits if hit.group == "law")
    assert sorted(names(results)) == ["decree", "law"]
    assert (results.total, results.pages_found) == (2, 5)
    assert law.path == "library/law/"
    assert len(law.pages) == 3
    assert {page.number for page in law.pages} < {2, 3, 4, 5}
    assert all("<mark>pension" in page.snippet for page in law.pages)
    assert all(page.path == f"library/law/{page.number}/" for page in law.pages)
    assert (law.found_pages, law.more_pages, law.last_page) == (4, 1, 6)


def test_a_title_alone_is_no_reason_to_show_pages(fill: Fill) -> None:
    engine = fill(*pages("pension", "one", "two", "three"))
    hit = ask(engine, "pension").hits[0]
    assert (hit.pages, hit.found_pages) == ((), 0)


def test_an_object_in_several_languages_is_one_hit_titled_for_its_reader(fill: Fill) -> None:
    engine = fill(
        document("lesson", "pension", title="Old age"),
        document("lesson", "ບຳນານ", title="ເຖົ້າແກ່", language="lo"),
        document("lesson", "养老金", title="老年", language="zh-hans"),
    )
    results = ask(engine, "养老金", language="lo")
    assert results.total == 1
    hit = results.hits[0]
    assert (hit.title, hit.title_language) == ("ເຖົ້າແກ່", "lo")
    assert (hit.snippet, hit.language) == ("<mark>养老金</mark>", "zh-hans")


def test_a_text_that_only_stands_in_is_never_found_because_it_is_never_given(fill: Fill) -> None:
    engine = fill(document("lesson", "pension", title="Old age"))
    assert counts(ask(engine, "pension"), "language") == {"en": 1}
    assert names(ask(engine, "pension", filter=Filter(language=("lo",)))) == []


def test_the_readers_language_comes_first_if_he_wants_it_so(fill: Fill) -> None:
    engine = fill(
        *[document(f"english {n}", "LSSO LSSO", title="LSSO") for n in range(3)],
        document("lao", "LSSO ແລະ ອື່ນໆ ອີກຫຼາຍຢ່າງ", language="lo"),
    )
    assert names(ask(engine, "LSSO", language="lo"))[-1] == "lao"
    assert names(ask(engine, "LSSO", language="lo", own_first=True))[0] == "lao"


def test_turning_pages_shows_every_hit_once(fill: Fill) -> None:
    engine = fill(*[document(f"d{number:03}", "pension" + " more" * (number % 7)) for number in range(57)])
    seen = [name for page in range(1, 8) for name in names(ask(engine, "pension", page=page))]
    assert len(seen) == 57
    assert len(set(seen)) == 57
    assert ask(engine, "pension").page_count == 6
    assert names(ask(engine, "pension", page=99)) == []
    assert names(ask(engine, "pension", page=3)) == names(ask(engine, "pension", page=3))


def test_order_survives_pages_beyond_the_first_window(fill: Fill) -> None:
    rows = [*pages("big", *["pension " * 5] * 320), *[document(f"d{n:02}", "a pension") for n in range(25)]]
    engine = fill(*rows)
    seen = [name for page in (1, 2, 3) for name in names(ask(engine, "pension", page=page))]
    assert len(seen) == len(set(seen)) == 26


def test_what_is_deleted_is_gone_at_once(trilingual: Engine) -> None:
    trilingual.apply([Entry(key="test:lao", version=2, documents=())])
    assert names(ask(trilingual, "ເງິນອຸດໜູນ")) == []
    assert "test:lao" not in dict(trilingual.versions())


def test_a_later_version_replaces_an_earlier_one_and_never_the_reverse(trilingual: Engine) -> None:
    trilingual.apply([entry(document("english", "sickness"), version=5)])
    trilingual.apply([entry(document("english", "maternity"), version=4)])
    assert names(ask(trilingual, "sickness")) == ["english"]
    assert names(ask(trilingual, "maternity")) == []
    trilingual.apply([Entry(key="test:english", version=7, documents=())])
    trilingual.apply([entry(document("english", "late news"), version=6)])
    assert names(ask(trilingual, "news")) == []
    trilingual.apply([entry(document("english", "reborn"), version=8)])
    assert names(ask(trilingual, "reborn")) == ["english"]


def test_vanished_pages_go_with_the_version(fill: Fill) -> None:
    engine = fill(*pages("law", "pension", "pension"))
    engine.apply([entry(*pages("law", "pension"), version=2)])
    assert ask(engine, "pension").pages_found == 1


def test_versions_name_every_entry_once(trilingual: Engine) -> None:
    assert dict(trilingual.versions()) == {f"test:{name}": 1 for name in ("lao", "chinese", "english", "other")}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        '"',
        '""',
        "OR",
        "OR OR",
        "a OR",
        "-a",
        "country:",
        "year:x",
        "(((",
        "*",
        "\\",
        "a:b:c",
        "\x00",
        "~",
    ],
)
def test_every_malformed_query_answers(trilingual: Engine, text: str) -> None:
    results = ask(trilingual, text)
    assert results.total >= len(results.hits)


def test_an_empty_query_finds_nothing_and_a_filter_alone_finds_all_of_it(trilingual: Engine) -> None:
    assert ask(trilingual, "").total == 0
    assert ask(trilingual, "", filter=Filter(language=("en",))).total == 2


@hypothesis_settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.one_of(st.characters(), st.sampled_from('"-|: ()ORນ社ຫ່ກ养..2018')), max_size=60))
def test_whatever_is_typed_has_an_answer(trilingual: Engine, text: str) -> None:
    ask(trilingual, text)
    ask(trilingual, text, any_word=True, own_first=True)


def test_a_rebuild_replaces_everything(trilingual: Engine) -> None:
    assert trilingual.rebuild([entry(document("new", "pension"))]) == 1
    assert names(ask(trilingual, "pension")) == ["new"]
    assert names(ask(trilingual, "wages")) == []


def test_a_rebuild_takes_up_what_changed_meanwhile(trilingual: Engine) -> None:
    def late() -> list[Entry]:
        return [entry(document("a", "changed"), version=9)]

    trilingual.rebuild([entry(document("a", "pension")), entry(document("b", "pension"))], catch_up=late)
    assert names(ask(trilingual, "pension")) == ["b"]
    assert names(ask(trilingual, "changed")) == ["a"]


def test_an_index_that_is_there_has_no_problem(trilingual: Engine) -> None:
    state = trilingual.state()
    assert (state.documents, state.problem) == (4, "")
