"""Every sentence of the site stands in the catalogues, translated, compiled."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ("lo", "zh_Hans")
SOURCES = ("manage.py", "platform", "search", "courses", "knowledge", "templates", "locale")
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]|\{[a-z_]*\}")
#: Where the script of the language must show: anything longer than a name or a sign.
SCRIPT = {"lo": re.compile("[\u0e80-\u0eff]"), "zh_Hans": re.compile("[\u4e00-\u9fff]")}
#: Spellings of before the reform: ຫນ ຫມ ຫລ are written ໜ ໝ ຫຼ.
OLD_LAO = re.compile("ຫນ|ຫມ|ຫລ")


def catalogue(locale: str) -> polib.POFile:
    return polib.pofile(str(ROOT / "locale" / locale / "LC_MESSAGES" / "django.po"))


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str | None, str]]]:
    """Collect the messages anew from a copy of the sources, by catalogue."""
    copy = tmp_path_factory.mktemp("sources")
    leave_out = shutil.ignore_patterns("demo_content", "fonts", "data", "__pycache__", "upstream", "*.mo")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=leave_out)
        else:
            shutil.copy(source, copy / name)
    command = [sys.executable, "-m", "django", "makemessages", "--no-location", "--no-obsolete", "--no-wrap"]
    for locale in LOCALES:
        command += ["-l", locale]
    variables = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    run = subprocess.run(command, cwd=copy, env=variables, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return {
        locale: {
            (entry.msgctxt, entry.msgid)
            for entry in polib.pofile(str(copy / "locale" / locale / "LC_MESSAGES" / "django.po"))
        }
        for locale in LOCALES
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_the_catalogue_holds_the_sentences_of_the_sources_and_no_others(
    collected: dict[str, set[tuple[str | None, str]]], locale: str
) -> None:
    kept = {(entry.msgctxt, entry.msgid) for entry in catalogue(locale)}
    assert sorted(str(row) for row in collected[locale] - kept) == [], "run `make messages` and translate these"
    assert sorted(str(row) for row in kept - collected[locale]) == [], "no longer in the sources"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_sentence_is_missing_or_fuzzy(locale: str) -> None:
    entries = catalogue(locale)
    assert [entry.msgid for entry in entries if not entry.translated() or entry.fuzzy] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_placeholders_survive_translation(locale: str) -> None:
    wrong = []
    for entry in catalogue(locale):
        texts = [entry.msgstr] if entry.msgstr else list(entry.msgstr_plural.values())
        allowed = set(PLACEHOLDER.findall(entry.msgid)) | set(PLACEHOLDER.findall(entry.msgid_plural))
        needed = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for text in texts:
            found = set(PLACEHOLDER.findall(text))
            if not needed <= found <= allowed:
                wrong.append((entry.msgid, text))
    assert wrong == []


@pytest.mark.parametrize("locale", LOCALES)
def test_translations_are_in_their_script_and_say_that_no_native_has_reviewed_them(locale: str) -> None:
    entries = catalogue(locale)
    latin = re.compile("[a-z]{4}")
    wrong = [
        entry.msgid
        for entry in entries
        if latin.search(PLACEHOLDER.sub("", entry.msgid))
        and not SCRIPT[locale].search(entry.msgstr + "".join(entry.msgstr_plural.values()))
    ]
    assert wrong == []
    assert "not reviewed" in entries.header or "not reviewed" in str(entries.metadata)


def test_lao_is_in_todays_spelling() -> None:
    assert [entry.msgstr for entry in catalogue("lo") if OLD_LAO.search(entry.msgstr)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_catalogue_is_the_one_of_the_sources(locale: str) -> None:
    """A plain checkout has no compiler of catalogues: without the .mo, /lo/ would lead to /en/lo/."""
    compiled = polib.mofile(str(ROOT / "locale" / locale / "LC_MESSAGES" / "django.mo"))
    texts = {(entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural) for entry in compiled}
    for entry in catalogue(locale):
        assert texts[(entry.msgctxt, entry.msgid)] == (entry.msgstr, entry.msgstr_plural), entry.msgid
