"""Words of the page about licences."""

ENGINE = "The engine of this site"
ENGINE_USE = "Scripts, styles and the frame of every page."
FONT_USE = "A typeface in which pages are set."
THEME_USE = "The measures of pages, and some words of their frame."
ICONS = "Icons: {}"
ICON_USE = "A set out of which pages take their signs."
MAP = "Natural Earth"
MAP_USE = "Land, borders and waters of maps."
PUBLIC = "Public domain"
BELOW = "see its text"

THEME = "Material for MkDocs {}"
MIT = "MIT License"
MIT_GRANT = "permission is hereby granted, free of charge"
"""What the licence says where it does not say its name."""

KNOWN = (
    *("SIL Open Font License, Version 1.1", MIT, "Pictogrammers Free License", "CC0 1.0 Universal"),
    *("Font Awesome Free License", "Apache License"),
)
"""Names of licences as their own texts have them."""
