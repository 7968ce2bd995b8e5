"""The glossary: one concept, its labels in each language, and who has checked them."""
