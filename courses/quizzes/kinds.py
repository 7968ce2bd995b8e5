"""The six kinds of question, named once for models, forms, grading and pasting."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a learner does to answer."""

    SINGLE = "single", _("Single choice")
    MULTIPLE = "multiple", _("Multiple choice")
    TRUE_FALSE = "true-false", _("True or false")
    MATCHING = "matching", _("Matching")
    ORDERING = "ordering", _("Ordering")
    NUMERIC = "numeric", _("Number")


#: Kinds whose choices are picked by a radio button: one at most.
PICK_ONE = frozenset({Kind.SINGLE, Kind.TRUE_FALSE})
#: Kinds whose choices say themselves whether they are right.
PICKED = PICK_ONE | {Kind.MULTIPLE}
