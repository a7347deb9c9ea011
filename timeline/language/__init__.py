"""Every word that is made out of data; English now."""

__all__ = [
    "audits",
    "counts",
    "data_files",
    "data_texts",
    "dates",
    "form",
    "frame",
    "guesses",
    "handouts",
    "labels",
    "lessons",
    "letters",
    "licences",
    "lists",
    "locale",
    "offline",
    "page_titles",
    "phrases",
    "references",
    "scripts",
]
