"""In which course a quiz is used: tells the quiz desk whose it is."""

from django.urls import reverse

from courses.outline.models import LessonActivity, LessonPage
from courses.quizzes.desk.rights import Use
from courses.quizzes.models import Quiz
from exchange.accounts.roles import AnyUser


def use_of(user: AnyUser, quiz: Quiz) -> Use | None:
    """Return the course whose lesson had the quiz first: putting it into another course gives nobody a right on it."""
    first = LessonActivity.objects.filter(quiz=quiz).order_by("pk").values_list("lesson_id", flat=True).first()
    if first is None:
        return None
    course = LessonPage.objects.defer_streamfields().get(pk=first).course
    may_edit = course.permissions_for_user(user).can_edit()
    return Use(title=course.get_admin_display_title(), url=reverse("desk_course", args=[course.pk]), may_edit=may_edit)
