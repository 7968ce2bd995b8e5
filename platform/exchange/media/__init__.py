"""Our own image and document models, with translated title and alternative text."""
