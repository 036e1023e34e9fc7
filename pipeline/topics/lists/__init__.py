"""Lists of the office's own: what staff declare in „Listen“ or in bericht.toml, and kinds that the program ships."""
