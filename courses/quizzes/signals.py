"""What this room tells the rooms above it."""

from django.dispatch import Signal

#: Sent with ``attempt`` in the transaction that closes it, after its score stands. Receivers must be quick and may
#: write rows; whatever is slow (mail, PDF) belongs in ``transaction.on_commit``.
attempt_submitted = Signal()
