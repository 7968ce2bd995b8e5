from modeltranslation.translator import TranslationOptions, register

from courses.quizzes.models import Choice, QuestionVersion, Quiz


@register(QuestionVersion)
class QuestionVersionTranslation(TranslationOptions):
    fields = ("text", "explanation", "unit")


@register(Choice)
class ChoiceTranslation(TranslationOptions):
    fields = ("text", "feedback", "match_text")


@register(Quiz)
class QuizTranslation(TranslationOptions):
    fields = ("title", "instructions")
