"""Blocks that only case studies need."""

from wagtail import blocks

from exchange.blocks.key_facts import KeyFactBlock
from exchange.blocks.source_note import SourceBlock


def fact_blocks() -> list[tuple[str, blocks.Block]]:
    """Return the block of the box of key facts: one figure with its year and source."""
    return [("fact", KeyFactBlock())]


def source_blocks() -> list[tuple[str, blocks.Block]]:
    """Return the block of the list of sources at the end."""
    return [("source", SourceBlock())]


def lesson_blocks() -> list[tuple[str, blocks.Block]]:
    """Return the block that points to a lesson or course: by name, since the other wing is not known here."""
    chooser = blocks.PageChooserBlock(page_type=["outline.LessonPage", "outline.CoursePage"])
    return [("lesson", chooser)]
