"""How fast the plugin is, as ratios to a baseline in the same run: ``python -m dev.bench``."""
