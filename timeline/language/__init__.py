"""Every word that is made out of data; English now."""

__all__ = ["dates", "guesses", "labels", "phrases"]
