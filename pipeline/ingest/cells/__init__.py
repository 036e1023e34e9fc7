"""One cell as typed -> what it means."""
