"""Contacts of officials and missions: how they are reached, and whether that still works."""

from typing import Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from email_validator import EmailNotValidError, validate_email
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from ..urgent_action import Contact, ContactHealth, ContactKind

KIND_LABELS = {
    ContactKind.EMAIL: _("E-mail"),
    ContactKind.PHONE: _("Phone"),
    ContactKind.FAX: _("Fax"),
    ContactKind.SOCIAL: _("Social media"),
    ContactKind.WEB_FORM: _("Web form"),
}
HEALTH_LABELS = {
    ContactHealth.UNVERIFIED: _("Not verified"),
    ContactHealth.WORKS: _("Works"),
    ContactHealth.DOUBTFUL: _("Doubtful"),
    ContactHealth.DEAD: _("Dead: reaches nobody"),
}


class ContactFields(Orderable):
    """One way to reach somebody, with what is known of it."""

    kind = models.CharField(
        _("channel"),
        max_length=16,
        choices=[(k.value, v) for k, v in KIND_LABELS.items()],
        help_text=_("By which channel writers use it. Choose the one that the address or number belongs to."),
    )
    value = models.CharField(
        _("address, number, account or link"),
        max_length=250,
        help_text=_("Exactly as it has to be used: minister@example.org, +504 2230-0000, @ministry, https://…"),
    )
    platform = models.CharField(
        _("platform"), max_length=40, blank=True, help_text=_("Social media only: the name of the network.")
    )
    label = models.CharField(
        _("label"),
        max_length=80,
        blank=True,
        help_text=_("What it is for, for example: press office. Shown to writers."),
    )
    health = models.CharField(
        _("state"),
        max_length=16,
        choices=[(h.value, v) for h, v in HEALTH_LABELS.items()],
        default=ContactHealth.UNVERIFIED.value,
        help_text=_("A dead contact stays on record and is never offered to writers."),
    )
    verified_on = models.DateField(
        _("verified on"),
        null=True,
        blank=True,
        help_text=_("Last day on which somebody made sure of it. Shown in the API."),
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("value")]),
        FieldRowPanel([FieldPanel("platform"), FieldPanel("label")]),
        FieldRowPanel([FieldPanel("health"), FieldPanel("verified_on")]),
    ]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.value}"

    def clean(self) -> None:
        super().clean()
        if check := _CHECKS.get(self.kind):
            check(self)

    def as_contact(self) -> Contact:
        """Return this contact as plain data."""
        return Contact(
            kind=ContactKind(self.kind),
            value=self.value,
            platform=self.platform,
            label=self.label,
            health=ContactHealth(self.health),
            verified_on=self.verified_on,
        )


def _check_email(contact: ContactFields) -> None:
    try:
        # No DNS: an address must be storable on a laptop without a network, and a lookup tells others of our interest.
        contact.value = validate_email(contact.value, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise ValidationError({"value": _("“%(value)s” is no e-mail address.") % {"value": contact.value}}) from error


def _check_number(contact: ContactFields) -> None:
    try:
        # “ZZ”: no country is assumed, so the number has to say it. Writers dial from eighty countries.
        phonenumbers.parse(contact.value, "ZZ")
    except phonenumbers.NumberParseException as error:
        message = _("“%(value)s” is no international number: begin with + and the country code, like +504 2230-0000.")
        raise ValidationError({"value": message % {"value": contact.value}}) from error


def _check_account(contact: ContactFields) -> None:
    if not contact.platform:
        raise ValidationError({"platform": _("Name the network of this account.")})


def _check_link(contact: ContactFields) -> None:
    try:
        URLValidator(schemes=["https", "http"])(contact.value)
    except ValidationError as error:
        message = _("“%(value)s” is no web address: it begins with https:// or http://.")
        raise ValidationError({"value": message % {"value": contact.value}}) from error


_CHECKS: dict[str, Any] = {
    ContactKind.EMAIL.value: _check_email,
    ContactKind.PHONE.value: _check_number,
    ContactKind.FAX.value: _check_number,
    ContactKind.SOCIAL.value: _check_account,
    ContactKind.WEB_FORM.value: _check_link,
}


class OfficialContact(ContactFields):
    official = ParentalKey("urgent_actions.Official", related_name="contacts", on_delete=models.CASCADE)

    class Meta(ContactFields.Meta):
        abstract = False
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")


class MissionContact(ContactFields):
    mission = ParentalKey("urgent_actions.Mission", related_name="contacts", on_delete=models.CASCADE)

    class Meta(ContactFields.Meta):
        abstract = False
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
