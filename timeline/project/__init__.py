"""What mkdocs.yml and git say of the timeline."""
