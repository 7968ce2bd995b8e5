"""The form behind the stock editing screen of a question: all languages side by side, saved by ``authoring``."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from courses.quizzes import authoring
from courses.quizzes.checking import InvalidQuestion, errors
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft, Texts, languages_of
from courses.quizzes.kinds import Kind
from courses.quizzes.models import Question
from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES, column

#: More choices than a reader can weigh; a question with more is edited on the quiz desk.
ROWS = 12


def named(field: str, row: int | None = None) -> dict[str, str]:
    """Return the names of the form fields of one text, by language."""
    prefix = f"choice{row}_" if row else ""
    return {language: f"{prefix}{column(field, language)}" for language in enabled_languages()}


def _text_fields(field: str, row: int | None = None) -> dict[str, forms.Field]:
    return {
        name: forms.CharField(
            required=False, label=LANGUAGE_NAMES[language], widget=AdminAutoHeightTextInput(attrs={"lang": language})
        )
        for language, name in named(field, row).items()
    }


def _row_fields(row: int) -> dict[str, forms.Field]:
    return {
        f"choice{row}_uuid": forms.CharField(required=False, widget=forms.HiddenInput),
        f"choice{row}_right": forms.BooleanField(required=False, label=_("right")),
        f"choice{row}_place": forms.IntegerField(required=False, min_value=1, label=_("right place")),
        **_text_fields("text", row),
        **_text_fields("match", row),
        **_text_fields("feedback", row),
    }


class _QuestionForm(WagtailAdminModelForm):
    """Reads and writes the current version through drafts."""

    instance: Question

    class Meta:
        model = Question
        fields = ["bank", "kind"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored: QuestionDraft | None = None
        if self.instance.pk and self.instance.current:
            self.stored = authoring.as_draft(self.instance.current)
            self.initial.update(_initial_of(self.stored))

    def clean(self) -> dict[str, Any]:
        """Put every fault of the question on top of the form, in words."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.stored and len(self.stored.choices) > ROWS:
            self.add_error(None, _("This question has more choices than this form shows: edit it on the quiz desk."))
        if not self.errors:
            self.draft = self._draft(cleaned)
            for problem in errors(self.draft):
                self.add_error(None, self._sentence(problem.choice, str(problem)))
        return cleaned

    def _sentence(self, choice: int, text: str) -> str:
        return str(_("Choice %(number)s: %(problem)s")) % {"number": choice, "problem": text} if choice else text

    def save(self, commit: bool = True) -> Question:
        """Store the question as a draft would be stored: an edit of an asked question becomes a version."""
        bank = self.cleaned_data["bank"]
        if self.instance.pk is None:
            self.instance = authoring.add_draft(quiz=None, bank=bank, draft=self.draft)
            return self.instance
        question = Question.objects.get(pk=self.instance.pk)
        question.bank = bank
        question.save(update_fields=["bank"])
        authoring.edit_question(question=question, draft=self.draft)
        question.refresh_from_db()
        return question

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.errors or not self.instance.pk:
            return
        stored = Question.objects.get(pk=self.instance.pk)
        if stored.kind != self.draft.kind and any(version.has_been_asked for version in stored.versions.all()):
            self.add_error("kind", InvalidQuestion.__str__(authoring.KindIsFixed()))

    def _draft(self, data: dict[str, Any]) -> QuestionDraft:
        rows = [self._choice(data, row) for row in range(1, ROWS + 1)]
        stored = self.stored or QuestionDraft(kind=data["kind"], text={})
        return QuestionDraft(
            kind=data["kind"],
            text=_read(data, "text", stored.text),
            explanation=_read(data, "explanation", stored.explanation),
            unit=_read(data, "unit", stored.unit),
            points=data["points"],
            numeric_value=data["numeric_value"] if data["kind"] == Kind.NUMERIC else None,
            tolerance=data["tolerance"] or Decimal(0),
            choices=[row for row in rows if languages_of(row.text) or languages_of(row.match) or row.is_right],
        )

    def _choice(self, data: dict[str, Any], row: int) -> ChoiceDraft:
        kind, uuid = data["kind"], data[f"choice{row}_uuid"]
        known = {choice.uuid: choice for choice in self.stored.choices} if self.stored else {}
        stored = known.get(uuid, ChoiceDraft())
        return ChoiceDraft(
            uuid=uuid,
            text=_read(data, "text", stored.text, row),
            feedback=_read(data, "feedback", stored.feedback, row),
            match=_read(data, "match", stored.match, row) if kind == Kind.MATCHING else {},
            is_right=data[f"choice{row}_right"] and kind not in (Kind.MATCHING, Kind.ORDERING),
            right_position=data[f"choice{row}_place"] if kind == Kind.ORDERING else None,
        )


def _read(data: dict[str, Any], field: str, stored: Texts, row: int | None = None) -> dict[str, str]:
    """Take the texts of the languages on the form; those of languages that are switched off stay."""
    names = named(field, row)
    texts = {language: data.get(name, "").strip() for language, name in names.items()}
    texts |= {language: text for language, text in stored.items() if language not in names}
    return {language: text for language, text in texts.items() if text}


def _initial_of(draft: QuestionDraft) -> dict[str, Any]:
    initial: dict[str, Any] = {
        "points": draft.points,
        "numeric_value": draft.numeric_value,
        "tolerance": draft.tolerance,
    }
    for field, texts in (("text", draft.text), ("explanation", draft.explanation), ("unit", draft.unit)):
        initial |= {name: texts.get(language, "") for language, name in named(field).items()}
    for row, choice in enumerate(draft.choices[:ROWS], start=1):
        initial |= {f"choice{row}_uuid": choice.uuid, f"choice{row}_right": choice.is_right}
        initial[f"choice{row}_place"] = choice.right_position
        for field, texts in (("text", choice.text), ("match", choice.match), ("feedback", choice.feedback)):
            initial |= {name: texts.get(language, "") for language, name in named(field, row).items()}
    return initial


def question_form() -> type[WagtailAdminModelForm]:
    """Build the form for the languages that this site has switched on."""
    fields: dict[str, Any] = {
        **_text_fields("text"),
        **_text_fields("explanation"),
        **_text_fields("unit"),
        "points": forms.IntegerField(min_value=1, initial=1, label=_("points")),
        "numeric_value": forms.DecimalField(required=False, max_digits=24, decimal_places=6, label=_("right number")),
        "tolerance": forms.DecimalField(
            required=False, min_value=0, initial=0, max_digits=24, decimal_places=6, label=_("tolerance")
        ),
    }
    for row in range(1, ROWS + 1):
        fields |= _row_fields(row)
    return type("QuestionForm", (_QuestionForm,), fields)
