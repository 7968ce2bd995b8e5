"""What a closed attempt shows of each question: what it earned, what was right."""

from dataclasses import dataclass
from decimal import Decimal

from courses.quizzes.answers import partner_names
from courses.quizzes.asking import AskedQuestion, Option, Partner
from courses.quizzes.kinds import Kind
from courses.quizzes.numbers import write_number


@dataclass(frozen=True, kw_only=True)
class Line:
    """One choice with what the learner made of it. ``right`` is the right partner of a matching item."""

    option: Option
    is_right: bool
    right: Partner | None = None


@dataclass(frozen=True, kw_only=True)
class QuestionResult:
    """One question after submission."""

    asked: AskedQuestion
    earned: Decimal
    lines: list[Line]
    right_number: str = ""
    tolerance: str = ""

    @property
    def verdict(self) -> str:
        """``right``, ``partly``, ``wrong`` or ``open`` (not answered)."""
        if not self.asked.is_answered:
            return "open"
        if self.earned >= self.asked.version.points:
            return "right"
        return "partly" if self.earned > 0 else "wrong"


def results_of(questions: list[AskedQuestion]) -> list[QuestionResult]:
    """Return the result of each question of a closed attempt."""
    return [_result(question) for question in questions]


def _result(asked: AskedQuestion) -> QuestionResult:
    version = asked.version
    value, tolerance = version.numeric_value, version.tolerance
    return QuestionResult(
        asked=asked,
        earned=asked.row.earned or Decimal(0),
        lines=_lines(asked),
        right_number=write_number(value, asked.language) if value is not None else "",
        tolerance=write_number(tolerance, asked.language) if tolerance else "",
    )


def _lines(asked: AskedQuestion) -> list[Line]:
    if asked.kind == Kind.MATCHING:
        names = partner_names(asked.version)
        partners = {partner.value: partner for partner in asked.partners}
        right = {option.name: partners[names[str(option.choice.uuid)]] for option in asked.options}
        return [
            Line(option=option, is_right=option.value == right[option.name].value, right=right[option.name])
            for option in asked.options
        ]
    if asked.kind == Kind.ORDERING:
        in_order = sorted(asked.options, key=lambda option: option.choice.right_position or 0)
        return [Line(option=option, is_right=option.value == str(option.choice.right_position)) for option in in_order]
    return [Line(option=option, is_right=option.choice.is_right) for option in asked.options]
