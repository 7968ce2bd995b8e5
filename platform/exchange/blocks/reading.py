"""The words of a stream, for search and for counting."""

from wagtail.blocks import StreamValue


def text_of(stream: StreamValue) -> str:
    """Return what a reader can read in the stream as plain text, one line per piece.

    Addresses, choices and other settings of blocks are left out: a search for "warning" must not find every
    callout. Glossary terms are left out too, they are documents of their own.
    """
    pieces = stream.stream_block.get_searchable_content(stream)
    return "\n".join(piece for piece in (str(each).strip() for each in pieces) if piece)
