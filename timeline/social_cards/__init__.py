"""Pictures for links that are shared."""
