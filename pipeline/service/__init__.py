"""Every night, unattended: the only room that imports Prefect."""
