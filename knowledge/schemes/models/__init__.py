"""What is compared: schemes, the rows of the comparison, and the sourced values that fill its cells."""

from knowledge.schemes.models.indicator import Indicator
from knowledge.schemes.models.provision import Citation, Provision
from knowledge.schemes.models.review import Review
from knowledge.schemes.models.scheme import Scheme

__all__ = ["Citation", "Indicator", "Provision", "Review", "Scheme"]
