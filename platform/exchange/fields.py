"""Model fields shared by all rooms."""

from typing import Any

from wagtail.fields import StreamField as WagtailStreamField


class StreamField(WagtailStreamField):
    """Wagtail's StreamField whose block definitions stay out of migrations.

    A block is content, not schema: with definitions inside, every new wording of a block is a migration of
    hundreds of lines. Old migrations need no blocks to read or write JSON.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return the field without its blocks."""
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "exchange.fields.StreamField", [[]], kwargs
