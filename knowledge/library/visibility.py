"""Which documents a reader may see: asked by every page, list and search of this room."""

from django.db.models import Q, QuerySet

from exchange.accounts.roles import AnyUser, is_editor
from knowledge.library.models import PolicyDocument


def visible_to(user: AnyUser) -> QuerySet[PolicyDocument]:
    """Return the published documents that this person may read."""
    documents = PolicyDocument.objects.filter(live=True)
    if is_editor(user):
        return documents
    allowed = Q(visibility=PolicyDocument.Visibility.PUBLIC)
    if user.is_authenticated:
        allowed |= Q(visibility=PolicyDocument.Visibility.SIGNED_IN)
        allowed |= Q(visibility=PolicyDocument.Visibility.GROUPS, groups__in=user.groups.all())
    return documents.filter(allowed).distinct()


def audience_of(document: PolicyDocument) -> tuple[str, ...]:
    """Return the audience tokens under which the document's pages are indexed."""
    match document.visibility:
        case PolicyDocument.Visibility.PUBLIC:
            return ("public",)
        case PolicyDocument.Visibility.SIGNED_IN:
            return ("signed-in",)
        case _:
            return tuple(f"group:{key}" for key in sorted(document.groups.values_list("pk", flat=True)))
