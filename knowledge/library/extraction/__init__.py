"""From a PDF file to the text and the picture of each page; every failure with its reason."""
