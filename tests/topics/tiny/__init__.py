"""A topic as small as can be, for which nothing else in the program knows a word: the exhibitions of a museum."""
