"""Blocks that pages of every room are built from: one file per family, one door for all.

A room declares `StreamField(body_blocks())`; whoever needs the words of a stream calls `text_of(stream)`.
"""

from exchange.blocks.body import body_blocks
from exchange.blocks.reading import text_of

__all__ = ["body_blocks", "text_of"]
