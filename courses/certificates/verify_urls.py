"""``/<language>/verify/``: an address that can be said aloud."""

from django.urls import path

from courses.certificates import public_views

app_name = "verify"
urlpatterns = [path("", public_views.ask_in_language, name="ask")]
