"""Where sources differ: disputes, the data as other sources have it, and how votes divide."""
