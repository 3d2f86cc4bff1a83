"""Facts of a page that come in numbers: persons at risk, countries, languages to write in."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable

from ..fields import CountryField, LanguageField
from ..urgent_action import Outcome, Person
from .swap import PAGE

OUTCOME_LABELS = {
    Outcome.RELEASED: pgettext_lazy("outcome", "Released"),
    Outcome.CHARGES_DROPPED: pgettext_lazy("outcome", "Charges dropped"),
    Outcome.SENTENCE_COMMUTED: pgettext_lazy("outcome", "Sentence commuted"),
    Outcome.MOVED: pgettext_lazy("outcome", "Moved"),
    Outcome.MEDICAL_CARE_GIVEN: pgettext_lazy("outcome", "Medical care given"),
    Outcome.TRIED: pgettext_lazy("outcome", "Tried"),
    Outcome.EXECUTED: pgettext_lazy("outcome", "Executed"),
    Outcome.DIED: pgettext_lazy("outcome", "Died"),
    Outcome.NO_CHANGE: pgettext_lazy("outcome", "No change"),
    Outcome.UNKNOWN: pgettext_lazy("outcome", "Unknown"),
}


class PersonAtRisk(Orderable):
    """Somebody in danger, for whom people write."""

    page = ParentalKey(PAGE, related_name="persons", on_delete=models.CASCADE)
    name = models.CharField(
        _("name"), max_length=200, help_text=_("As the person wants to be called in public, in the Latin script.")
    )
    name_in_original_script = models.CharField(
        _("name in the original script"),
        max_length=200,
        blank=True,
        help_text=_("Shown beside the name, and found by a search: 黄雪琴"),
    )
    pronouns = models.CharField(_("pronouns"), max_length=60, blank=True, help_text=_("As stated: She/her"))
    use_initials = models.BooleanField(
        _("initials only"),
        default=False,
        help_text=_("The public reads initials. Publication is refused while the name stands in any text."),
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=24,
        choices=[(o.value, label) for o, label in OUTCOME_LABELS.items()],
        blank=True,
        help_text=_("What came of it for this person. Published; yearly figures are made of it."),
    )
    outcome_on = models.DateField(
        _("date of the outcome"), null=True, blank=True, help_text=_("When it happened, not when we heard of it.")
    )
    outcome_source = models.CharField(
        _("source"), max_length=250, blank=True, help_text=_("Who says so, for example: her lawyer. Published.")
    )
    appeals_contribution = models.CharField(
        _("what the appeals contributed"),
        max_length=500,
        blank=True,
        help_text=_("One careful sentence, only with what is known, and who says so. Published."),
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_in_original_script")]),
        FieldRowPanel([FieldPanel("pronouns"), FieldPanel("use_initials")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("outcome"), FieldPanel("outcome_on")]),
                FieldPanel("outcome_source"),
                FieldPanel("appeals_contribution"),
            ],
            _("What came of it"),
            classname="collapsed",
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("person at risk")
        verbose_name_plural = _("persons at risk")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.outcome_on and not self.outcome:
            raise ValidationError({"outcome": _("A date needs an outcome: choose what came of it.")})

    @property
    def public_name(self) -> str:
        return self.as_person().public_name

    @property
    def public_name_in_original_script(self) -> str:
        return self.as_person().public_name_in_original_script

    def as_person(self) -> Person:
        """Return this person as plain data."""
        return Person(
            id=str(self.pk or ""),
            name=self.name,
            name_in_original_script=self.name_in_original_script,
            pronouns=self.pronouns,
            use_initials=self.use_initials,
            outcome=Outcome(self.outcome) if self.outcome else None,
            outcome_on=self.outcome_on,
            outcome_source=self.outcome_source,
            appeals_contribution=self.appeals_contribution,
        )


class CountryOnPage(Orderable):
    """A country the case is about; the first one comes first in lists."""

    page = ParentalKey(PAGE, related_name="country_items", on_delete=models.CASCADE)
    country = CountryField(_("country"))

    panels = [FieldPanel("country")]

    class Meta(Orderable.Meta):
        verbose_name = _("country")
        verbose_name_plural = _("countries")

    def __str__(self) -> str:
        return self.country


class PreferredLanguage(Orderable):
    """A language in which to address the target, most wanted first."""

    page = ParentalKey(PAGE, related_name="language_items", on_delete=models.CASCADE)
    language = LanguageField(_("language"))

    panels = [FieldPanel("language")]

    class Meta(Orderable.Meta):
        verbose_name = _("preferred language")
        verbose_name_plural = _("preferred languages")

    def __str__(self) -> str:
        return self.language
