"""The site without the plugin's memory: what an answer costs whom nobody has asked before, or since a publication."""

from .settings_site import *  # noqa: F403  # the settings are one namespace by Django's design
from .settings_site import MIDDLEWARE as OF_THE_SITE

MIDDLEWARE = [each for each in OF_THE_SITE if not each.endswith(".MemoryMiddleware")]
