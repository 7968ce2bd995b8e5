"""Fields that name branches."""

from collections.abc import Sequence
from typing import Any

from exchange.fields import CodeListField
from exchange.places.branches import Branch


class BranchListField(CodeListField):
    """The branches that a course, a case study or a document is about."""

    def options(self) -> Sequence[tuple[str, Any]]:
        """Return the nine branches of Convention No. 102."""
        return Branch.choices
