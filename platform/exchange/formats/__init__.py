"""How dates and numbers are written in the languages of the site, where Django does not know or differs.

Input formats start with the ISO form: it is the only value that ``<input type="date">`` accepts.
"""
