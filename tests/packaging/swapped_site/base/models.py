from django.db import models
from wagtail.models import AbstractPage


class BasePage(AbstractPage):
    """Every page of this project belongs to a department, and has none of the promote fields of Wagtail's own."""

    department = models.CharField(max_length=100, blank=True)
