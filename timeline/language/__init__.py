"""Every word that is made out of data."""
