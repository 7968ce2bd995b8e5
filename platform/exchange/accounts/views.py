"""My profile."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from exchange.accounts.forms import ProfileForm
from exchange.accounts.models import Profile, User


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Show and change one's own profile; a new language takes effect at once."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - login_required promises it
    instance = Profile.objects.filter(user=user).first() or Profile(user=user)
    form = ProfileForm(request.POST or None, instance=instance)
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        with translation.override(saved.language):
            messages.success(request, _("Your profile is saved."))
            return redirect(reverse("accounts:profile"))
    return render(request, "accounts/profile.html", {"form": form}, status=422 if form.errors else 200)
