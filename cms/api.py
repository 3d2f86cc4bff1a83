"""The page API of the site: Wagtail's contract, without its leaks."""

from urgent_actions.api.router import page_api

api_router = page_api("wagtailapi")
