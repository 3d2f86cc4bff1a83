"""The directory in the admin: officials, missions, concerns; and choosers in which an official can be created."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.admin.views.generic.chooser import CreateView, CreationFormMixin
from wagtail.log_actions import log
from wagtail.snippets.views.chooser import ChooseView as SnippetChooseView
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from ..fields import LanguageField
from ..models import Concern, FormOfAddress, Mission, Official, OfficialContact
from ..urgent_action import ContactKind


class NewOfficialForm(WagtailAdminModelForm):
    """An official in one go, from the chooser of a target: what a letter needs. The rest is added in the directory."""

    language = LanguageField(_("language of the salutation"), default="en").formfield(required=True, initial="en")
    salutation = forms.CharField(
        label=_("Salutation"), max_length=200, help_text=_("The opening words with their comma: Dear Minister,")
    )
    email = forms.EmailField(label=_("E-mail"), required=False)

    class Meta:
        model = Official
        fields = ["name", "role", "organisation", "address", "country"]

    def save(self, commit: bool = True) -> Any:
        """Save the official with its salutation and e-mail address; return it."""
        self.instance.forms_of_address = [
            FormOfAddress(language=self.cleaned_data["language"], salutation=self.cleaned_data["salutation"])
        ]
        if email := self.cleaned_data["email"]:
            self.instance.contacts = [OfficialContact(kind=ContactKind.EMAIL.value, value=email)]
        return super().save(commit=commit)


class _CreatesInPlace(CreationFormMixin):
    """What is created in the chooser is published at once, so it takes the right to publish."""

    def can_create(self) -> bool:
        """Say whether the user may add officials and publish them."""
        may_publish = self.get_permission_policy().user_has_permission(self.request.user, "publish")
        return bool(super().can_create() and may_publish)


class ChooseOfficialView(_CreatesInPlace, SnippetChooseView):
    """The chooser, with the tab of a new official for those who may create one."""


class CreateOfficialView(_CreatesInPlace, CreateView):
    """Creates the official."""

    def save_form(self, form: Any) -> Any:
        """Save the official, and say so in the audit log, which Wagtail's own view does not."""
        created = super().save_form(form)
        log(created, "wagtail.create")
        return created


class OfficialChooserViewSet(SnippetChooserViewSet):
    """Chooses an official, or creates one in place."""

    choose_view_class = ChooseOfficialView
    create_view_class = CreateOfficialView

    icon = "user"
    choose_one_text = _("Choose an official")
    choose_another_text = _("Choose another official")
    edit_item_text = _("Edit this official")
    creation_form_class = NewOfficialForm
    creation_tab_label = _("New official")
    create_action_label = _("Create and choose")


class OfficialViewSet(SnippetViewSet):
    """Officials."""

    model = Official
    icon = "user"
    chooser_viewset_class = OfficialChooserViewSet
    list_display = ["__str__", "country", "address_health", UpdatedAtColumn(), LiveStatusTagColumn()]
    list_filter = ["country", "address_health"]
    list_per_page = 50


class MissionViewSet(SnippetViewSet):
    """Diplomatic missions."""

    model = Mission
    icon = "globe"
    list_display = ["name", "of_country", "in_country", UpdatedAtColumn(), LiveStatusTagColumn()]
    list_filter = ["of_country", "in_country"]
    list_per_page = 50


class ConcernViewSet(SnippetViewSet):
    """Concerns."""

    model = Concern
    icon = "tag"
    list_per_page = 50


class DirectoryGroup(SnippetViewSetGroup):
    """The menu entry of the directory."""

    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 120
    items = (OfficialViewSet, MissionViewSet, ConcernViewSet)
