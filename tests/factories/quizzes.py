"""Quizzes for tests: one question of each kind, in the three languages of the site."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import uuid4

from courses.quizzes import attempting, authoring
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft
from courses.quizzes.models import Attempt, Question, QuestionBank, QuestionVersion, Quiz
from exchange.accounts.models import User


def texts(en: str, lo: str = "", zh: str = "") -> dict[str, str]:
    return {"en": en, "lo": lo, "zh-hans": zh}


def single(*, points: int = 1) -> QuestionDraft:
    return QuestionDraft(
        kind="single",
        text=texts("On what are contributions computed?", "ຄິດໄລ່ເງິນສົມທົບຈາກຫຍັງ?", "缴费按什么计算？"),
        explanation=texts("EXPLAINED: the ceiling.", "EXPLAINED-LO ເພດານ", "EXPLAINED-ZH 上限"),
        points=points,
        choices=[
            ChoiceDraft(
                text=texts("Insurable earnings", "ລາຍຮັບປະກັນ", "缴费基数"),
                feedback=texts("FEEDBACK-RIGHT", "FEEDBACK-RIGHT-LO", "FEEDBACK-RIGHT-ZH"),
                is_right=True,
            ),
            ChoiceDraft(
                text=texts("The rent", "ຄ່າເຊົ່າ", "房租"),
                feedback=texts("FEEDBACK-WRONG", "FEEDBACK-WRONG-LO", "FEEDBACK-WRONG-ZH"),
            ),
            ChoiceDraft(text=texts("The pension", "ບຳນານ", "养老金")),
        ],
    )


def multiple() -> QuestionDraft:
    return QuestionDraft(
        kind="multiple",
        text=texts("Which are branches of C102?", "ຂໍ້ໃດແມ່ນສາຂາຂອງ C102?", "哪些属于第102号公约的险种？"),
        choices=[
            ChoiceDraft(text=texts("Maternity", "ການເກີດລູກ", "生育"), is_right=True),
            ChoiceDraft(text=texts("Old age", "ຊະລາພາບ", "养老"), is_right=True),
            ChoiceDraft(text=texts("Lottery", "ຫວຍ", "彩票")),
            ChoiceDraft(text=texts("Football", "ບານເຕະ", "足球")),
        ],
    )


def true_false() -> QuestionDraft:
    return QuestionDraft(
        kind="true-false",
        text=texts("The fund is tripartite.", "ກອງທຶນເປັນໄຕພາຄີ.", "基金由三方管理。"),
        choices=[
            ChoiceDraft(text=texts("True", "ຖືກ", "正确"), is_right=True),
            ChoiceDraft(text=texts("False", "ຜິດ", "错误")),
        ],
    )


def matching() -> QuestionDraft:
    return QuestionDraft(
        kind="matching",
        text=texts("Who pays?", "ໃຜຈ່າຍ?", "由谁缴纳？"),
        choices=[
            ChoiceDraft(text=texts("Employer", "ນາຍຈ້າງ", "用人单位"), match=texts("6 %", "6%", "6%")),
            ChoiceDraft(text=texts("Employee", "ລູກຈ້າງ", "职工"), match=texts("5.5 %", "5,5%", "5.5%")),
            ChoiceDraft(text=texts("Nobody", "ບໍ່ມີໃຜ", "无人"), match=texts("0 %", "0%", "0%")),
        ],
    )


def ordering() -> QuestionDraft:
    names = [("Law", "ກົດໝາຍ", "法律"), ("Decree", "ດຳລັດ", "法令"), ("Instruction", "ຄຳແນະນຳ", "指示")]
    return QuestionDraft(
        kind="ordering",
        text=texts("Put them in order of force.", "ຈັດລຳດັບ.", "按效力排序。"),
        choices=[ChoiceDraft(text=texts(*name), right_position=place) for place, name in enumerate(names, 1)],
    )


def numeric() -> QuestionDraft:
    return QuestionDraft(
        kind="numeric",
        text=texts("What is the ceiling?", "ເພດານແມ່ນເທົ່າໃດ?", "上限是多少？"),
        numeric_value=Decimal(4_500_000),
        tolerance=Decimal(0),
        unit=texts("kip", "ກີບ", "基普"),
    )


SIX = (single, multiple, true_false, matching, ordering, numeric)


def make_quiz(drafts: Sequence[QuestionDraft] = (), *, pass_mark: int = 60, **fields: object) -> Quiz:
    quiz = Quiz.objects.create(
        title_en="Contributions",
        title_lo="ເງິນສົມທົບ",
        title_zh_hans="缴费",
        pass_mark=pass_mark,
        **fields,
    )
    bank = QuestionBank.objects.create(title="Contributions")
    for draft in drafts or [build() for build in SIX]:
        authoring.add_draft(quiz=quiz, bank=bank, draft=draft)
    return quiz


def make_attempt(learner: User, quiz: Quiz | None = None, *, language: str = "lo", purpose: str = "") -> Attempt:
    return attempting.start(quiz=quiz or make_quiz(), learner=learner, language=language, purpose=purpose)


def versions(attempt: Attempt) -> dict[str, QuestionVersion]:
    """The versions asked, by kind."""
    rows = attempt.asked.select_related("version__question").prefetch_related("version__choices")
    return {row.version.question.kind: row.version for row in rows}


def right_answer(version: QuestionVersion) -> object:
    """What earns full points, in the form ``answers.clean`` takes."""
    choices = list(version.choices.all())
    if version.kind == "numeric":
        return f"{version.numeric_value:f}".partition(".")[0]
    if version.kind == "matching":
        return {str(choice.uuid): str(choice.match_uuid) for choice in choices}
    if version.kind == "ordering":
        return {str(choice.uuid): choice.right_position for choice in choices}
    return [str(choice.uuid) for choice in choices if choice.is_right]


def answer_all_right(attempt: Attempt) -> None:
    answers = {version: right_answer(version) for version in versions(attempt).values()}
    attempting.save_responses(attempt=attempt, answers=answers, key=uuid4())


def bank_question(draft: QuestionDraft) -> Question:
    return authoring.add_draft(quiz=None, bank=QuestionBank.objects.create(title="Bank"), draft=draft)
