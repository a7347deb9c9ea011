"""Words of the frame around pages: the names of the switch of colours, in each of its states."""

FOLLOWING = "Colours follow your system. Switch to light"
LIGHT = "Light colours. Switch to dark"
DARK = "Dark colours. Follow your system"
