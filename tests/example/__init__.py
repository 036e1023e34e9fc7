"""The example association, table by table: made up around the facts of one published chapter."""
