"""A static timeline engine: YAML records in, a checked and cross-referenced website out."""
