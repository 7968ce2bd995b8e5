"""The demo stands on the places that every installation has."""

from exchange.places.founding import found as load

__all__ = ["load"]
