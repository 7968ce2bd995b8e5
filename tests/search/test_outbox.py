"""Changes reach the index after their commit, never without it, and wait when the engine is away."""

from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import PageViewRestriction

from exchange.basepage.models import BasePage
from exchange.glossary.models import Label, Term
from exchange.home.models import InformationPage
from search import outbox, rebuilding
from search.engine import get_engine
from search.models import IndexChange
from search.protocol import Engine, Entry, Query, SearchUnavailable
from search.registry import present_documents

Committed = DjangoCaptureOnCommitCallbacks
pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Committed) -> Callable[[], Any]:
    """A block after which what waits for the commit is run."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def add_page(slug: str, *, parent: BasePage | None = None, **fields: Any) -> InformationPage:
    page = InformationPage(**{"slug": slug, "title_en": slug, "body_en": f"<p>about {slug}</p>", **fields})
    (parent or BasePage.objects.get(depth=1)).add_child(instance=page)
    return page


def found(text: str, *audience: str) -> list[str]:
    results = get_engine().search(Query(text=text, language="en", audience=("public", *audience)))
    return [hit.title for hit in results.hits]


def test_a_published_page_is_found_and_an_unpublished_one_is_not(
    site_engine: Engine, committed: Callable[[], Any]
) -> None:
    with committed():
        page = add_page("privacy")
    assert found("privacy") == ["privacy"]
    with committed():
        page.unpublish()
    assert found("privacy") == []
    with committed():
        page.save_revision().publish()
    assert found("privacy") == ["privacy"]


def test_a_draft_never_reaches_the_index(site_engine: Engine, committed: Callable[[], Any]) -> None:
    with committed():
        page = add_page("privacy")
    with committed():
        page.title_en = "Secret plans"
        page.save_revision()
        add_page("hidden", live=False)
    assert found("secret OR hidden") == []
    assert found("privacy") == ["privacy"]


def test_only_languages_with_a_text_of_their_own_are_indexed(site_engine: Engine, committed: Callable[[], Any]) -> None:
    with committed():
        add_page("privacy", title_lo="ຂໍ້ມູນສ່ວນຕົວ")
    results = get_engine().search(Query(text="about privacy", language="lo"))
    assert [one.value for one in results.facets["language"]] == ["en"]
    assert results.hits[0].title == "ຂໍ້ມູນສ່ວນຕົວ"


def test_a_deleted_page_is_gone(site_engine: Engine, committed: Callable[[], Any]) -> None:
    with committed():
        page = add_page("privacy")
    with committed():
        page.delete()
    assert found("privacy") == []
    assert not rebuilding.compare()


def test_a_label_changes_its_term(site_engine: Engine, committed: Callable[[], Any]) -> None:
    with committed():
        term = Term.objects.create(code="pension", definition_en="Paid every month")
        label = Label.objects.create(term=term, language="en", text="pension")
    assert found("pension") == ["pension"]
    with committed():
        label.text = "annuity"
        label.save()
    assert found("annuity") == ["annuity"]
    with committed():
        term.delete()
    assert found("annuity") == []


def test_what_is_rolled_back_leaves_nothing(site_engine: Engine, committed: Callable[[], Any]) -> None:
    class Trouble(Exception):
        pass

    with committed(), pytest.raises(Trouble), transaction.atomic():
        add_page("privacy")
        raise Trouble
    assert not IndexChange.objects.exists()
    assert found("privacy") == []


def test_closing_a_page_closes_all_below_it(site_engine: Engine, committed: Callable[[], Any]) -> None:
    with committed():
        add_page("child", parent=add_page("parent"))
    group = Group.objects.create(name="Delegates")
    token = f"group:{group.pk}"
    with committed():
        parent = InformationPage.objects.get(slug="parent")
        restriction = PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.GROUPS)
        restriction.groups.add(group)
    assert found("about") == []
    assert sorted(found("about", token)) == ["child", "parent"]
    with committed():
        restriction.groups.clear()
    assert found("about", token) == []
    with committed():
        restriction.delete()
    assert sorted(found("about")) == ["child", "parent"]


def test_a_page_behind_a_password_is_found_by_nobody(site_engine: Engine, committed: Callable[[], Any]) -> None:
    with committed():
        PageViewRestriction.objects.create(
            page=add_page("closed"), restriction_type=PageViewRestriction.PASSWORD, password="open sesame"
        )
    assert found("closed", "signed-in") == []


def test_moving_a_page_changes_the_addresses_below_it(site_engine: Engine, committed: Callable[[], Any]) -> None:
    with committed():
        old, new = add_page("old"), add_page("new")
        add_page("leaf", parent=add_page("branch", parent=old))
    with committed():
        InformationPage.objects.get(slug="branch").move(InformationPage.objects.get(pk=new.pk), pos="last-child")
    hit = get_engine().search(Query(text="leaf", language="en")).hits[0]
    assert hit.path.endswith("new/branch/leaf/") or hit.path == "branch/leaf/"
    assert hit.path == InformationPage.objects.get(slug="leaf").language_neutral_path


class Away:
    """An engine that takes nothing."""

    def apply(self, entries: Iterator[Entry]) -> None:
        raise SearchUnavailable("stopped for the night")


@pytest.fixture
def engine_away(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    with monkeypatch.context() as patch:
        patch.setattr(outbox, "get_engine", Away)
        yield patch


def test_an_engine_that_is_away_loses_nothing(
    site_engine: Engine, engine_away: pytest.MonkeyPatch, committed: Callable[[], Any]
) -> None:
    with committed():
        add_page("privacy")
        add_page("terms")
    change = IndexChange.objects.order_by("pk")[0]
    assert (change.sent, change.last_error) == (0, "stopped for the night")
    assert change.tries >= 1
    with pytest.raises(SystemExit):
        call_command("sync_search", quiet=True, stdout=StringIO())
    engine_away.undo()
    out = StringIO()
    call_command("sync_search", quiet=True, stdout=out)
    assert out.getvalue() == "Sent 2 of 2 changes; 0 are still pending.\n"
    assert sorted(found("about")) == ["privacy", "terms"]
    assert IndexChange.objects.get(pk=change.pk).last_error == ""


def test_one_rooms_mistake_does_not_hold_up_the_others(
    site_engine: Engine, committed: Callable[[], Any], monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    def present(key: str) -> Any:
        if key.endswith(str(bad.pk)):
            raise ValueError("no such column")
        return original(key)

    original = present_documents
    bad, good = add_page("bad"), add_page("good")
    monkeypatch.setattr(outbox, "present_documents", present)
    assert sum(outbox.flush()) == 1
    assert found("good") == ["good"]
    assert found("bad") == []
    change = IndexChange.objects.get(key=f"home.informationpage:{bad.pk}")
    assert change.last_error == "no such column"
    assert good.pk


def test_a_key_that_comes_back_is_newer_than_its_stone(site_engine: Engine, committed: Callable[[], Any]) -> None:
    with committed():
        page = add_page("privacy")
        key = f"home.informationpage:{page.pk}"
    first = IndexChange.objects.get(key=key).version
    with committed():
        outbox.changed(page)
        outbox.changed(page)
    change = IndexChange.objects.get(key=key)
    assert change.version >= first + 2
    assert change.sent == change.version


def test_check_names_what_differs_and_repairs_it(site_engine: Engine, committed: Callable[[], Any]) -> None:
    with committed():
        page, gone = add_page("privacy"), add_page("gone")
    engine = get_engine()
    lost = Entry(key=f"home.informationpage:{page.pk}", version=10**18, documents=())
    engine.rebuild([])
    stray = found_entry(gone)
    InformationPage.objects.filter(pk=gone.pk).update(live=False)
    engine.apply([stray])
    differences = rebuilding.compare()
    assert differences.missing == [lost.key]
    assert differences.superfluous == [stray.key]
    with pytest.raises(SystemExit):
        call_command("check_search", stdout=StringIO())
    out = StringIO()
    call_command("check_search", "--repair", stdout=out, stderr=StringIO())
    assert "It agrees with the database." in out.getvalue()
    assert found("privacy") == ["privacy"]


def found_entry(page: InformationPage) -> Entry:
    change = IndexChange.objects.get(key=f"home.informationpage:{page.pk}")
    return outbox.entry_of(change)
