"""A reader finds a phrase where it stands; what is not public is not found."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.people import sign_in
from tests.e2e.visiting import get

pytestmark = pytest.mark.e2e

#: Sentences that stand on the third page of a document of the demo, in its language.
ON_PAGE_THREE = [
    ("lo", "ໃຫ້ວາງສອງວັນທີຂອງກົດໝາຍ"),
    ("en", "both dates of Law 54/NA stand side by side"),
    ("zh-hans", "两个日期并列保留"),
    ("lo", "ອຸບັດຕິເຫດອາດເກີດຂຶ້ນໄດ້ແຕ່ມື້ທຳອິດຂອງການເຮັດວຽກ"),
    ("en", "moved 244.0 billion yuan between provinces"),
    ("zh-hans", "满 5 年可领最低养老金"),
]
#: A document for people with an account, and a sentence of its third page.
MEMBERS_ONLY = "b4527dac-a791-535b-ad6d-c4c080dce56e"
MEMBERS_PHRASE = "先把号码发到人，再把服务加到卡"
#: Stands on a scanned sheet only, whose text nobody has read yet.
ON_A_SCAN = "ຊ່າງໄຟຟ້າ"


@pytest.mark.parametrize(("language", "phrase"), ON_PAGE_THREE)
def test_a_phrase_leads_to_its_page_and_is_marked_there(plain_phone: Page, language: str, phrase: str) -> None:
    page = plain_phone
    page.goto(f"/{language}/")
    page.locator('main form[role="search"] input[name=q]').first.fill(f'"{phrase}"')
    page.locator('main form[role="search"] button').first.click()
    hit = page.locator("article.hit").first
    expect(hit.locator("mark").first).to_be_visible()
    hit.locator('a[href*="/library/"][href*="/3/"]').first.click()
    assert "/3/" in page.url
    expect(page.locator("html")).to_have_attribute("lang", language)
    marked = "".join(page.locator(".page-text mark").all_inner_texts())
    assert _letters(phrase) in _letters(marked), marked


def _letters(text: str) -> str:
    """Spaces and marks of punctuation between marked words are not marked."""
    return "".join(sign for sign in text if sign.isalnum())


def test_a_lao_word_is_found_inside_sentences(phone: Page) -> None:
    phone.goto("/lo/search/?q=ຜູ້ປະກັນຕົນ")
    hits = phone.locator("article.hit")
    expect(hits.first.locator("h2")).to_have_text("ຜູ້ປະກັນຕົນ")
    assert hits.locator("mark", has_text="ຜູ້ປະກັນຕົນ").count() >= 3, "Lao writes no spaces: the word stands inside others"


def test_a_document_for_members_is_found_by_members_only(plain_phone: Page) -> None:
    asked = f'/zh-hans/search/?q="{MEMBERS_PHRASE}"'
    link = f'main a[href*="{MEMBERS_ONLY}"]'
    plain_phone.goto(asked)
    expect(plain_phone.locator(link)).to_have_count(0)
    sign_in(plain_phone, "zh-hans", "learner@demo.example")
    plain_phone.goto(asked)
    expect(plain_phone.locator(link).first).to_be_visible()
    plain_phone.goto(f"/zh-hans/library/{MEMBERS_ONLY}/3/")
    expect(plain_phone.locator(".page-text")).to_contain_text(MEMBERS_PHRASE)


@pytest.mark.parametrize("rest", ["", "1/", "3/", "3/picture.png", "file/"])
@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_a_document_for_members_is_absent_for_a_stranger(demo: str, language: str, rest: str) -> None:
    reply = get(f"{demo}/{language}/library/{MEMBERS_ONLY}/{rest}")
    assert reply.status == 404
    assert MEMBERS_PHRASE not in reply.text


def test_lists_and_the_sitemap_do_not_betray_it(demo: str) -> None:
    for address in ("/sitemap.xml", "/zh-hans/library/", "/lo/library/?country=CN", "/robots.txt"):
        assert MEMBERS_ONLY not in get(demo + address).text, address


def test_a_scan_says_why_it_is_not_found(plain_phone: Page) -> None:
    plain_phone.goto(f"/lo/search/?q={ON_A_SCAN}&kind=document")
    expect(plain_phone.locator("article.hit mark", has_text=ON_A_SCAN)).to_have_count(0)
    plain_phone.goto("/lo/library/")
    scans = [one.get_attribute("href") for one in plain_phone.locator("article.hit h2 a").all()]
    reasons = 0
    for address in scans:
        plain_phone.goto(address or "")
        reasons += plain_phone.locator(".note.bad").count()
    assert reasons == 1
