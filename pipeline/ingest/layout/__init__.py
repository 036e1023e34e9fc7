"""Where tables stand on a sheet, which table each is, and what its headings mean."""
