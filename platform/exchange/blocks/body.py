"""The blocks an editor may put into the running text of a page."""

from wagtail import blocks

from exchange.blocks.bars import BarsBlock
from exchange.blocks.callout import CalloutBlock
from exchange.blocks.glossary import GlossaryBlock
from exchange.blocks.key_facts import KeyFactsBlock
from exchange.blocks.media import DownloadBlock, PictureBlock, VideoBlock
from exchange.blocks.source_note import SourceNoteBlock
from exchange.blocks.table import TableBlock
from exchange.blocks.text import TextBlock


def body_blocks() -> list[tuple[str, blocks.Block]]:
    """Return fresh (name, block) pairs for the body of a lesson, a case study or an information page.

    The names are what is stored: change a label freely, a name never.
    """
    return [
        ("text", TextBlock()),
        ("picture", PictureBlock()),
        ("table", TableBlock()),
        ("bars", BarsBlock()),
        ("callout", CalloutBlock()),
        ("key_facts", KeyFactsBlock()),
        ("source_note", SourceNoteBlock()),
        ("glossary", GlossaryBlock()),
        ("video", VideoBlock()),
        ("download", DownloadBlock()),
    ]
