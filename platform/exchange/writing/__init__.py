"""How Lao, Chinese and English are written: pure functions over text, without Django and without a database.

`fold` one spelling for search, `words` the words of a run, `breaks` where a line may break, `numerals` figures and
years, `collation` the order of a list, `scripts` which script a text is in. Import the module you need; data files
are read at the first call that needs them.
"""
