"""What stands beside a case study: documents in the reader's language, lessons that are published."""

from typing import Any

from exchange.accounts.roles import AnyUser
from knowledge.cases.models import CaseStudyPage
from knowledge.library.models import PolicyDocument
from knowledge.library.visibility import visible_to
from knowledge.schemes.citing import for_reader


def documents_of(page: CaseStudyPage, *, user: AnyUser, language: str) -> list[PolicyDocument]:
    """Return one document per related work, in the editor's order: the one that suits this reader best."""
    works = [related.work for related in page.documents.all()]
    found = visible_to(user).filter(work__in=works) if works else []
    by_work: dict[Any, list[PolicyDocument]] = {}
    for document in found:
        by_work.setdefault(document.work, []).append(document)
    return [for_reader(by_work[work], language) for work in works if work in by_work]


def lessons_of(page: CaseStudyPage) -> list[Any]:
    """Return the related lessons and courses that are published and not closed to visitors."""
    chosen = [block.value for block in page.lessons if block.value]
    return [each for each in chosen if each.live and not each.get_view_restrictions().exists()]
