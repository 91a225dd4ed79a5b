"""Figures drawn from the data."""
