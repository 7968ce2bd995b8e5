"""What this room announces."""

from django.dispatch import Signal

#: Sent with ``completion`` inside the transaction that wrote it: an award made by a receiver stands or falls with
#: the completion. Whatever is slow (drawing a PDF, mail) belongs into ``transaction.on_commit``.
course_completed = Signal()
