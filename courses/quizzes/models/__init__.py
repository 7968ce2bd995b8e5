"""The stock of questions, the quizzes made of it, and what learners answered."""

from courses.quizzes.models.attempt import (
    Attempt,
    AttemptQuestion,
    LateAnswer,
    ParkedPost,
    Receipt,
    Response,
)
from courses.quizzes.models.bank import Choice, Question, QuestionBank, QuestionVersion
from courses.quizzes.models.quiz import Quiz, QuizQuestion

__all__ = [
    "Attempt",
    "AttemptQuestion",
    "Choice",
    "LateAnswer",
    "ParkedPost",
    "Question",
    "QuestionBank",
    "QuestionVersion",
    "Quiz",
    "QuizQuestion",
    "Receipt",
    "Response",
]
