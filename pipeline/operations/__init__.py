"""Every night, unattended: the service, the letters, the health of it all."""
