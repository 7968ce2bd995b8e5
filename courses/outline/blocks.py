"""Blocks that only lessons need."""

from wagtail import blocks

from exchange.blocks.source_note import SourceBlock


def source_blocks() -> list[tuple[str, blocks.Block]]:
    """Return the blocks of a lesson's list of sources, shown beside its text."""
    return [("source", SourceBlock())]
