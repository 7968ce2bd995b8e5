"""What this room does when others announce something."""

from typing import Any

from courses.certificates import issuing
from courses.enrolments.models import Completion


def award_completed_course(*, completion: Completion, **_kwargs: Any) -> None:
    """Make the award in the transaction of the completion: they stand or fall together."""
    issuing.award_for_completion(completion=completion)
