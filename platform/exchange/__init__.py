"""The ground of South-South Exchange: writing, languages, base page, people, places, settings."""
