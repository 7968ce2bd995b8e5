"""Who may edit a quiz, and where it is used: asked of the rooms above, which know courses and workshops.

A room registers one function in its ``ready()``. The first that knows the quiz answers; a quiz that nobody uses yet
may be edited by every trainer.
"""

from collections.abc import Callable
from dataclasses import dataclass

from courses.quizzes.models import Question, Quiz
from exchange.accounts.roles import AnyUser, is_editor, is_trainer


@dataclass(frozen=True, kw_only=True)
class Use:
    """What a quiz is part of: its title, its address at the desk, and whether this person may edit it."""

    title: str
    url: str
    may_edit: bool


Finder = Callable[[AnyUser, Quiz], Use | None]
_finders: list[Finder] = []


def register(finder: Finder) -> Finder:
    """Add a function that finds the use of a quiz in its room; the same one counts once."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


def use_of(user: AnyUser, quiz: Quiz) -> Use | None:
    """Return what the quiz is part of, or None while it stands alone."""
    return next((use for use in (finder(user, quiz) for finder in _finders) if use), None)


def may_edit(user: AnyUser, quiz: Quiz) -> bool:
    """Say whether the person may change the quiz: editors every one, trainers their own and those not in use."""
    if is_editor(user):
        return True
    use = use_of(user, quiz)
    return is_trainer(user) and (use is None or use.may_edit)


def may_edit_question(user: AnyUser, question: Question) -> bool:
    """Say whether the person may change a question: only where every quiz that asks it is theirs."""
    if is_editor(user):
        return True
    return is_trainer(user) and all(may_edit(user, quiz) for quiz in question.quizzes.all())
