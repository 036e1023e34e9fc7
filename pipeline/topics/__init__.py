"""Topics: what there is to read, count, tell, draw and list about one kind of list, a folder each."""
