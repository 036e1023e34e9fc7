"""What lies in the drop folder -> sheets of raw cells, read in a child process under limits."""
