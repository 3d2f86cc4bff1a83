"""The directory: officials whom appeals are addressed to, and diplomatic missions that get copies."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, LockableMixin, Orderable, RevisionMixin
from wagtail.search import index

from .. import urgent_action as noun
from ..codes import country_name
from ..fields import CountryField, LanguageField
from .contacts import HEALTH_LABELS
from .querysets import MissionQuerySet


class PostalAddress(models.Model):
    """A postal address, its lines as they were written: never reordered, joined or corrected."""

    address = models.TextField(
        _("postal address"),
        blank=True,
        help_text=_("Line by line as it has to stand on the envelope, without the name. Nothing is reordered."),
    )
    country = CountryField(
        _("country of the address"),
        blank=True,
        help_text=_("Where the letter goes. Shown by its name in the language of the reader."),
    )
    address_health = models.CharField(
        _("state of the address"),
        max_length=16,
        choices=[(h.value, v) for h, v in HEALTH_LABELS.items()],
        default=noun.ContactHealth.UNVERIFIED.value,
        help_text=_("A dead address stays on record and is never offered to writers."),
    )
    address_verified_on = models.DateField(
        _("address verified on"),
        null=True,
        blank=True,
        help_text=_("Last day on which somebody made sure of it. Shown in the API."),
    )

    address_panels = [
        FieldPanel("address"),
        FieldPanel("country"),
        FieldRowPanel([FieldPanel("address_health"), FieldPanel("address_verified_on")]),
    ]

    class Meta:
        abstract = True

    def as_address(self) -> noun.Address:
        """Return the address as plain data; empty lines at the ends fall away, those in between stay."""
        return noun.Address(
            lines=tuple(line.rstrip() for line in self.address.strip("\n").splitlines())
            if self.address.strip()
            else (),
            country=self.country,
            health=noun.ContactHealth(self.address_health),
            verified_on=self.address_verified_on,
        )


class Official(DraftStateMixin, LockableMixin, RevisionMixin, index.Indexed, PostalAddress, ClusterableModel):
    """An office and who holds it now. The office outlives its holder: a new one is a new entry that names this one."""

    name = models.CharField(
        _("name"), max_length=200, blank=True, help_text=_("Without titles. Empty for a board, or an unknown holder.")
    )
    role = models.CharField(_("role"), max_length=250, blank=True, help_text=_("As in the address: Chief Procurator."))
    organisation = models.CharField(
        _("organisation"), max_length=250, blank=True, help_text=_("As in the address: Ministry of Justice.")
    )
    gender = models.CharField(
        _("addressed as"),
        max_length=16,
        blank=True,
        choices=[(noun.Gender.FEMININE.value, _("a woman")), (noun.Gender.MASCULINE.value, _("a man"))],
        help_text=_("For the general salutation of languages without one below. Empty: not known, or a board."),
    )
    register = models.CharField(
        _("register"),
        max_length=16,
        default=noun.Register.FORMAL.value,
        choices=[
            (noun.Register.FORMAL.value, _("formal")),
            (noun.Register.CEREMONIAL.value, _("ceremonial: Your Excellency")),
        ],
        help_text=_("How general salutations and the words before the signature are chosen."),
    )
    predecessor = models.ForeignKey(
        "self",
        verbose_name=_("predecessor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="successors",
        help_text=_("Who held this office before. Letters go to whom the urgent action names."),
    )
    note = models.TextField(
        _("internal note"), blank=True, help_text=_("For those who keep the directory. Never published.")
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("role"), FieldPanel("organisation")], _("Who")),
        InlinePanel("forms_of_address", heading=_("Forms of address"), label=_("Form of address")),
        FieldRowPanel([FieldPanel("gender"), FieldPanel("register")]),
        MultiFieldPanel(PostalAddress.address_panels, _("Post")),
        InlinePanel("contacts", heading=_("Other channels"), label=_("Contact")),
        MultiFieldPanel([FieldPanel("predecessor"), FieldPanel("note")], _("Keeping the directory")),
    ]

    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("role"),
        index.SearchField("organisation"),
        index.AutocompleteField("name"),
        index.AutocompleteField("role"),
        index.AutocompleteField("organisation"),
        index.FilterField("country"),
    ]

    class Meta:
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        ordering = ["name", "organisation", "pk"]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.role, self.organisation) if part)

    def clean(self) -> None:
        super().clean()
        if not (self.name or self.role or self.organisation):
            raise ValidationError({"name": _("Give a name, a role or an organisation: somebody has to be addressed.")})
        if self.predecessor_id and self.predecessor_id == self.pk:
            raise ValidationError({"predecessor": _("Nobody is their own predecessor: choose another official.")})

    def as_target(
        self, *, id: str, language: str, priority: int = 1, salutation: str = "", note: str = ""
    ) -> noun.Target:
        """Return this official as a target of an urgent action in ``language``.

        ``salutation`` is the one typed for this urgent action; empty: the directory's. What an unpublished official
        has is not returned, except for the words that name it: editors must be told which one to publish.
        """
        forms = list(self.forms_of_address.all()) if self.live else []
        salutations = {form.language: form.salutation for form in forms}
        roles = {form.language: form.role for form in forms if form.role}
        if salutation:
            salutations[language] = salutation
        return noun.Target(
            id=id,
            name=self.name,
            role=roles.get(language, self.role),
            organisation=self.organisation,
            address=self.as_address() if self.live else noun.Address(),
            contacts=tuple(contact.as_contact() for contact in self.contacts.all()) if self.live else (),
            languages=tuple(form.language for form in forms),
            salutations=tuple(salutations.items()),
            gender=noun.Gender(self.gender) if self.gender else None,
            register=noun.Register(self.register),
            priority=priority,
            note=note,
            published=self.live,
        )


class FormOfAddress(Orderable):
    """How an official is addressed in one language."""

    official = ParentalKey(Official, related_name="forms_of_address", on_delete=models.CASCADE)
    language = LanguageField(_("language"), help_text=_("One form of address for each language of a letter."))
    salutation = models.CharField(
        _("salutation"), max_length=200, help_text=_("The opening words with their comma or colon: Dear Minister,")
    )
    role = models.CharField(
        _("role in this language"), max_length=250, blank=True, help_text=_("If it differs: Ministro de Seguridad.")
    )

    panels = [FieldRowPanel([FieldPanel("language"), FieldPanel("salutation")]), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("form of address")
        verbose_name_plural = _("forms of address")
        constraints = [
            models.UniqueConstraint(fields=["official", "language"], name="urgent_actions_one_form_per_language"),
        ]

    def __str__(self) -> str:
        return f"{self.salutation} ({self.language})"


class Mission(DraftStateMixin, LockableMixin, RevisionMixin, index.Indexed, PostalAddress, ClusterableModel):
    """A diplomatic mission of one country in another: an embassy, or a mission to an international organisation."""

    name = models.CharField(_("name"), max_length=250, help_text=_("Chinese Embassy in the United States"))
    of_country = CountryField(_("mission of"), help_text=_("The country that it represents."))
    in_country = CountryField(_("accredited in"), help_text=_("The country whose writers send their copies to it."))
    head_of_mission = models.CharField(
        _("head of mission"), max_length=200, blank=True, help_text=_("Name without title, as it is addressed.")
    )
    head_of_mission_title = models.CharField(
        pgettext_lazy("of a person", "title"),
        max_length=120,
        blank=True,
        help_text=_("Ambassador, Chargé d’Affaires …"),
    )

    objects = MissionQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("of_country"), FieldPanel("in_country")]),
                FieldRowPanel([FieldPanel("head_of_mission_title"), FieldPanel("head_of_mission")]),
            ],
            _("Mission"),
        ),
        MultiFieldPanel(PostalAddress.address_panels, _("Post")),
        InlinePanel("contacts", heading=_("Other channels"), label=_("Contact")),
    ]

    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("head_of_mission"),
        index.AutocompleteField("name"),
        index.AutocompleteField("head_of_mission"),
        index.FilterField("of_country"),
        index.FilterField("in_country"),
    ]

    class Meta:
        verbose_name = _("diplomatic mission")
        verbose_name_plural = _("diplomatic missions")
        ordering = ["of_country", "in_country", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["of_country", "in_country"],
                name="urgent_actions_one_mission_per_pair",
                violation_error_message=_("There is a mission of this country in that one already: edit it instead."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"{country_name(self.of_country, 'en')} / {country_name(self.in_country, 'en')}"

    def clean(self) -> None:
        super().clean()
        if self.of_country and self.of_country == self.in_country:
            raise ValidationError({"in_country": _("A mission is in another country than its own.")})

    def as_mission(self) -> noun.Mission:
        """Return this mission as plain data."""
        return noun.Mission(
            name=self.name,
            of_country=self.of_country,
            in_country=self.in_country,
            head_of_mission=self.head_of_mission,
            head_of_mission_title=self.head_of_mission_title,
            address=self.as_address(),
            contacts=tuple(contact.as_contact() for contact in self.contacts.all()),
        )
