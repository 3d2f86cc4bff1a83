"""The last step: an unpublished page of what was read, through the form of the page."""
