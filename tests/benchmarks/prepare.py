"""Run inside ``manage.py shell``: eight signed-in learners with an open attempt each, printed as JSON."""

import json

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from courses.enrolments import assessing, enrolling
from courses.outline.models import LessonActivity
from exchange.accounts.models import Profile, User

CLIENTS = 8
CSRF = "b" * 32

activity = LessonActivity.objects.select_related("lesson", "quiz").order_by("pk").first()
lesson = activity.lesson
course = lesson.get_parent().get_parent().specific
rows = []
for number in range(CLIENTS):
    email = f"bench-{number}@demo.example"
    user = User.objects.filter(email=email).first() or User.objects.create_user(email, "not used to sign in")
    EmailAddress.objects.update_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    Profile.objects.get_or_create(
        user=user, defaults={"certificate_name": "Bench", "language": "lo", "country_id": "LA"}
    )
    enrolment = enrolling.enrol(learner=user, course=course)
    attempt = assessing.start(enrolment=enrolment, activity=activity, language="lo")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    rows.append({"cookie": f"sessionid={session.session_key}; csrftoken={CSRF}", "attempt": str(attempt.uuid)})
print(json.dumps({"lesson": lesson.language_neutral_path, "csrf": CSRF, "learners": rows}))
