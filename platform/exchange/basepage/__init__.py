"""The base of all pages, swapped in before the first migration."""
