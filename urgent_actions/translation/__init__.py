"""The same urgent action in another language: what follows the source, the translator's work, and agencies' files."""
