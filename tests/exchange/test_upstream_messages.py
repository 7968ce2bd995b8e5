"""What Django, allauth and Wagtail say to people here is said in Lao and Chinese, whatever they ship."""

import json
import re
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.utils import translation
from django.utils.translation import to_locale
from wagtail.users.models import UserProfile

from exchange.accounts.models import User
from exchange.upstream_messages import SOURCES, Key, Source, lacking, met

LANGUAGES = ("lo", "zh-hans")
DOMAINS = ("django", "djangojs")
EVERY_CATALOGUE = [(domain, language) for domain in DOMAINS for language in LANGUAGES]
each_catalogue = pytest.mark.parametrize(("domain", "language"), EVERY_CATALOGUE)

PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sdr]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")
LAO = re.compile(r"[\u0e80-\u0eff]")
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
#: ຫ followed by ນ, ມ or ລ for what is one letter or ligature today; ຳ in two characters.
OLD_SPELLING = re.compile("ຫ[ນມລ]|\u0ecd[\u0ec8-\u0ecb]?\u0eb2")
#: Words that are written the same in every language.
INTERNATIONAL = re.compile(r"\b(IPv[46]|URL|ID|WebAuthn|[KMGTP]B)\b")


def ours(domain: str, language: str) -> dict[Key, polib.POEntry]:
    path = settings.LOCALE_PATHS[1] / to_locale(language) / "LC_MESSAGES" / f"{domain}.po"
    return {Key(entry.msgctxt or "", entry.msgid): entry for entry in polib.pofile(str(path))}


def texts(entry: polib.POEntry | polib.MOEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


@each_catalogue
def test_no_sentence_that_people_meet_is_left_in_english(domain: str, language: str) -> None:
    untranslated = sorted(lacking(domain, language).keys() - ours(domain, language).keys())
    assert not untranslated, f"add to locale/upstream/{to_locale(language)}: {untranslated}"


@each_catalogue
def test_we_keep_nothing_that_the_installed_packages_say_themselves(domain: str, language: str) -> None:
    left_over = sorted(ours(domain, language).keys() - lacking(domain, language).keys())
    assert not left_over, f"take out of locale/upstream/{to_locale(language)}: {left_over}"


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: f"{source.package}-{source.domain}")
def test_every_source_and_each_of_its_patterns_still_finds_sentences(source: Source) -> None:
    """A file that moved upstream would otherwise drop out in silence."""
    assert list(met(source))
    for pattern in source.read:
        assert list(met(replace(source, read=(pattern,)))), pattern


@each_catalogue
def test_every_entry_is_finished(domain: str, language: str) -> None:
    for entry in ours(domain, language).values():
        assert not entry.fuzzy and not entry.obsolete, entry.msgid
        assert all(text.strip() for text in texts(entry)), entry.msgid


@each_catalogue
def test_placeholders_and_tags_are_those_of_the_source(domain: str, language: str) -> None:
    for entry in ours(domain, language).values():
        source = entry.msgid_plural or entry.msgid  # the one form serves every number, so it names the number
        for text in texts(entry):
            assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(source)), entry.msgid
            assert TAG.findall(text) == TAG.findall(source), entry.msgid


@each_catalogue
def test_one_form_serves_every_number(domain: str, language: str) -> None:
    path = settings.LOCALE_PATHS[1] / to_locale(language) / "LC_MESSAGES" / f"{domain}.po"
    assert polib.pofile(str(path)).metadata["Plural-Forms"] == "nplurals=1; plural=0;"
    assert all(list(e.msgstr_plural) == [0] for e in ours(domain, language).values() if e.msgid_plural)


@pytest.mark.parametrize("domain", DOMAINS)
def test_lao_is_lao_in_the_spelling_of_today(domain: str) -> None:
    for entry in ours(domain, "lo").values():
        words = INTERNATIONAL.sub("", TAG.sub("", PLACEHOLDER.sub("", entry.msgid)))
        for text in texts(entry):
            assert LAO.search(text) or not re.search("[a-zA-Z]", words), entry.msgid
            assert not OLD_SPELLING.search(text), text
            assert "\u200b" not in text, entry.msgid


@pytest.mark.parametrize("domain", DOMAINS)
def test_chinese_is_chinese(domain: str) -> None:
    for entry in ours(domain, "zh-hans").values():
        words = TAG.sub("", PLACEHOLDER.sub("", entry.msgid))
        # "at 14:05" and "approved at 14:05" are built of values alone.
        assert CHINESE.search(texts(entry)[0]) or not re.search("[a-zA-Z]{3}", words), entry.msgid


@each_catalogue
def test_the_compiled_catalogue_is_the_written_one(domain: str, language: str) -> None:
    folder = settings.LOCALE_PATHS[1] / to_locale(language) / "LC_MESSAGES"
    compiled = {
        Key(entry.msgctxt or "", entry.msgid): texts(entry)
        for entry in polib.mofile(str(folder / f"{domain}.mo"))
        if entry.msgid
    }
    assert compiled == {key: texts(entry) for key, entry in ours(domain, language).items()}


@pytest.mark.parametrize(
    ("language", "sentence", "translated"),
    [
        ("lo", "This field is required.", "ຈຳເປັນຕ້ອງຕື່ມຊ່ອງນີ້."),
        ("lo", "Submit for moderation", "ສົ່ງໃຫ້ທົບທວນ"),
        ("lo", "Two-Factor Authentication", "ການຢືນຢັນຕົວຕົນສອງຂັ້ນຕອນ"),
        ("zh-hans", "Saved", "已保存"),
        ("zh-hans", "Schedule to publish", "定时发布"),
    ],
)
def test_the_running_site_says_it(language: str, sentence: str, translated: str) -> None:
    with translation.override(language):
        assert translation.gettext(sentence) == translated


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "translated"), [("lo", "ກຳລັງບັນທຶກອັດຕະໂນມັດ…"), ("zh-hans", "正在自动保存…")])
def test_the_scripts_of_the_admin_speak_the_trainers_language(
    client: Client, trainer: User, language: str, translated: str
) -> None:
    profile = UserProfile.get_for_user(trainer)
    profile.preferred_language = language
    profile.save()
    client.force_login(trainer)
    with override_settings(EXCHANGE_DEMO=True):  # no second factor
        answer = client.get("/admin/jsi18n/")
    assert answer.status_code == 200
    assert json.dumps(translated) in answer.content.decode()


def test_all_folders_of_catalogues_are_read_and_our_own_sentences_win() -> None:
    own, upstream, wording = (Path(path) for path in settings.LOCALE_PATHS)
    assert upstream == own / "upstream"
    assert wording == own / "wording"


def test_our_wording_of_upstream_sentences_keeps_placeholders_and_repeats_no_other_catalogue() -> None:
    own, upstream, wording = (Path(path) / "zh_Hans/LC_MESSAGES/django.po" for path in settings.LOCALE_PATHS)
    others = {(entry.msgctxt, entry.msgid) for path in (own, upstream) for entry in polib.pofile(str(path))}
    for entry in polib.pofile(str(wording)):
        assert (entry.msgctxt, entry.msgid) not in others, entry.msgid
        source = entry.msgid_plural or entry.msgid
        for text in texts(entry):
            assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(source)), entry.msgid
            assert TAG.findall(text) == TAG.findall(source), entry.msgid


@pytest.mark.django_db
def test_chinese_sign_up_speaks_in_the_words_of_the_site(client: Client) -> None:
    page = client.get("/zh-hans/accounts/password/reset/").content.decode()
    assert "电子邮箱" in page
    assert "电子邮件地址" not in page
