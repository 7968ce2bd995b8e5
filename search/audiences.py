"""Who may find what: tokens of readers and of pages. One token in common is enough.

public             everybody
signed-in          everybody with an account
group:<id>         members of a group
user:<id>          one person
enrolled:<uuid>    learners of a course, and whatever else rooms above register
"""

from collections.abc import Callable, Iterable

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group
from wagtail.models import AbstractPage, PageViewRestriction

from exchange.accounts.models import User
from search.protocol import PUBLIC

SIGNED_IN = "signed-in"
Reader = AbstractBaseUser | AnonymousUser
TokensOf = Callable[[User], Iterable[str]]
_REGISTERED: list[TokensOf] = []


def register(tokens: TokensOf) -> TokensOf:
    """Add a function that gives further tokens of a signed-in user; it is asked at every search, so be brief."""
    if tokens not in _REGISTERED:
        _REGISTERED.append(tokens)
    return tokens


def group_token(group_id: int) -> str:
    """The token of a group's members."""
    return f"group:{group_id}"


def of_user(user: Reader) -> tuple[str, ...]:
    """The tokens of a reader."""
    if not isinstance(user, User) or not user.is_active:
        return (PUBLIC,)
    # A superuser passes every group's door in Wagtail.
    groups = Group.objects.all() if user.is_superuser else user.groups.all()
    own = [group_token(pk) for pk in groups.values_list("pk", flat=True)]
    more = (token for function in _REGISTERED for token in function(user))
    return tuple(dict.fromkeys((PUBLIC, SIGNED_IN, f"user:{user.pk}", *own, *more)))


def of_page(page: AbstractPage) -> tuple[str, ...]:
    """Who may find a page, from the view restrictions on it and on the pages above it.

    A page behind a shared password is found by nobody. Where several doors stand one behind the other, only those
    are told who pass all of them for certain.
    """
    allowed: set[str] | None = None
    for restriction in page.get_view_restrictions().prefetch_related("groups"):
        if restriction.restriction_type == PageViewRestriction.PASSWORD:
            return ()
        if restriction.restriction_type == PageViewRestriction.GROUPS:
            groups = {group_token(group.pk) for group in restriction.groups.all()}
            allowed = groups if allowed in (None, {SIGNED_IN}) else groups & (allowed or set())
        elif allowed is None:
            allowed = {SIGNED_IN}
    return (PUBLIC,) if allowed is None else tuple(sorted(allowed))
