"""The demo stands on the pages that every installation has."""

from exchange.home.founding import found as load

__all__ = ["load"]
