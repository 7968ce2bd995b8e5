"""What the pages show of an attempt: questions with the learner's answers, never the right ones before submission."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from courses.quizzes.answers import Answer, digest, is_complete, partner_names, shuffled
from courses.quizzes.kinds import PICK_ONE, PICKED, Kind
from courses.quizzes.models import Attempt, AttemptQuestion, Choice, QuestionVersion
from courses.quizzes.numbers import write_number


@dataclass(frozen=True, kw_only=True)
class Partner:
    """A right-hand side that can be picked; ``value`` is what the form sends."""

    value: str
    choice: Choice


@dataclass(frozen=True, kw_only=True)
class Option:
    """One choice of a question as the page shows it; ``value`` is the chosen partner or place."""

    choice: Choice
    name: str
    is_picked: bool = False
    value: str = ""
    partner: Partner | None = None


@dataclass(kw_only=True)
class AskedQuestion:
    """A question of an attempt with what the learner answered so far."""

    row: AttemptQuestion
    answer: Answer | None
    language: str
    shuffle: bool
    seed: str
    error: str = ""
    refused: object = None
    options: list[Option] = field(default_factory=list)
    partners: list[Partner] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Work out the options once: every page walks them."""
        if self.kind == Kind.MATCHING:
            self.partners = self._find_partners()
        self.options = [self._option(choice) for choice in self._choices()]

    @property
    def version(self) -> QuestionVersion:
        """The version that is asked."""
        return self.row.version

    @property
    def number(self) -> int:
        """Its place in the attempt, from 1."""
        return self.row.order

    @property
    def name(self) -> str:
        """Its name in forms, and its anchor."""
        return f"q{self.row.order}"

    @property
    def kind(self) -> str:
        """The kind as plain text, for templates."""
        return str(self.version.question.kind)

    @property
    def picks_one(self) -> bool:
        """Whether the choices are radio buttons."""
        return self.kind in PICK_ONE

    @property
    def is_picked(self) -> bool:
        """Whether choices are ticked (and not matched, ordered or written)."""
        return self.kind in PICKED

    @property
    def is_answered(self) -> bool:
        """Whether there is any answer."""
        return bool(self.answer)

    @property
    def is_complete(self) -> bool:
        """Whether the answer leaves nothing open."""
        return is_complete(self.version, self.answer)

    @property
    def was(self) -> str:
        """Mark of the answer at this rendering."""
        return digest(self.answer)

    @property
    def places(self) -> range:
        """The places of an ordering question."""
        return range(1, len(self.options) + 1)

    @property
    def written(self) -> str:
        """The number as the learner wrote it, or as the language read now writes it."""
        if self.error:
            return str(self.refused)
        if not isinstance(self.answer, Mapping) or "number" not in self.answer:
            return ""
        if self.answer.get("language") == self.language:
            return str(self.answer["written"])
        return write_number(Decimal(self.answer["number"]), self.language)

    @property
    def understood(self) -> str:
        """The number as it was understood, grouped as the language read now groups it."""
        if not isinstance(self.answer, Mapping) or "number" not in self.answer:
            return ""
        return write_number(Decimal(self.answer["number"]), self.language)

    @property
    def in_places(self) -> list[Option]:
        """The options in the order the learner gave them; those without a place last."""
        return sorted(self.options, key=lambda option: int(option.value or len(self.options) + 1))

    def answered_with(self, answer: Answer | None) -> "AskedQuestion":
        """Return the same question with another answer."""
        return replace(self, answer=answer)

    def _choices(self) -> list[Choice]:
        choices = list(self.version.choices.all())
        stays = self.kind == Kind.TRUE_FALSE or (self.is_picked and not self.shuffle)
        return choices if stays else shuffled(choices, seed=self.seed)

    def _find_partners(self) -> list[Partner]:
        names = partner_names(self.version)
        first: dict[str, Choice] = {}
        for choice in shuffled(list(self.version.choices.all()), seed=f"partners:{self.seed}"):
            first.setdefault(names[str(choice.uuid)], choice)
        return [Partner(value=value, choice=choice) for value, choice in first.items()]

    def _option(self, choice: Choice) -> Option:
        uuid = str(choice.uuid)
        if self.is_picked:
            return Option(choice=choice, name=self.name, is_picked=uuid in (self.answer or []), value=uuid)
        value = str(self.answer.get(uuid, "")) if isinstance(self.answer, Mapping) else ""
        partner = next((partner for partner in self.partners if partner.value == value), None)
        return Option(choice=choice, name=f"{self.name}-{uuid}", value=value, partner=partner)


def questions_of(attempt: Attempt, *, language: str) -> list[AskedQuestion]:
    """Return the questions of an attempt in their order, in four queries however many there are."""
    rows = attempt.asked.select_related("version__question").prefetch_related("version__choices")
    answers: dict[int, Any] = dict(attempt.responses.values_list("version_id", "answer"))
    return [
        AskedQuestion(
            row=row,
            answer=answers.get(row.version_id),
            language=language,
            shuffle=attempt.quiz.shuffle_choices,
            seed=f"{attempt.uuid}:{row.version_id}",
        )
        for row in rows
    ]


def count_answered(questions: Sequence[AskedQuestion]) -> int:
    """Count the questions whose answers leave nothing open."""
    return sum(question.is_complete for question in questions)
