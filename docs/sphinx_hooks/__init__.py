"""What the site asks of Sphinx beyond its settings."""
