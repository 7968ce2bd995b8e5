"""What differs between a stored version and a draft: words only, or what learners were asked."""

from courses.quizzes.drafts import ChoiceDraft, QuestionDraft, Texts, languages_of
from courses.quizzes.models import QuestionVersion
from courses.quizzes.storing import as_draft
from exchange.languages import SOURCE


def is_only_wording(version: QuestionVersion, draft: QuestionDraft) -> bool:
    """Say whether a draft changes nothing but translations.

    Translations are all texts but those of the language the question was written in: the source language of the
    site, or the first language with a text where that has none. Filling an empty text is a translation too.
    """
    stored = as_draft(version)
    if not same_bones(stored, draft):
        return False
    original = SOURCE if stored.text.get(SOURCE) else next(iter(sorted(languages_of(stored.text))), SOURCE)
    before, after = _all_texts(stored), _all_texts(draft)
    return all(
        not old.get(original, "").strip() or old[original].strip() == new.get(original, "").strip()
        for old, new in zip(before, after, strict=True)
    )


def same_bones(stored: QuestionDraft, draft: QuestionDraft) -> bool:
    """Say whether two drafts differ in words only: worth, number and the choices one by one are the same."""
    same = (stored.kind, stored.points, stored.numeric_value, stored.tolerance) == (
        draft.kind,
        draft.points,
        draft.numeric_value,
        draft.tolerance,
    )
    return same and [_bones(choice) for choice in stored.choices] == [_bones(choice) for choice in draft.choices]


def _bones(choice: ChoiceDraft) -> tuple[str, bool, int | None]:
    return choice.uuid, choice.is_right, choice.right_position


def _all_texts(draft: QuestionDraft) -> list[Texts]:
    texts = [draft.text, draft.explanation, draft.unit]
    for choice in draft.choices:
        texts += [choice.text, choice.feedback, choice.match]
    return texts
