"""Field types: references in one form, codes by name, sections out of migrations."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db.migrations.writer import MigrationWriter
from django.utils import translation
from wagtail import blocks

from tests import factories
from urgent_actions.fields import CountryField, IndexNumberField, LanguageField, SectionField, UANumberField
from urgent_actions.models import CountryOnPage, UrgentActionPage


def test_the_blocks_of_a_section_stay_out_of_migrations() -> None:
    field = SectionField(blocks.StreamBlock([("paragraph", blocks.CharBlock())]), blank=True)
    field.set_attributes_from_name("summary")
    written, _ = MigrationWriter.serialize(field)
    assert written == "urgent_actions.fields.SectionField([], blank=True)"


def test_sections_of_different_blocks_are_the_same_to_a_migration() -> None:
    one = SectionField([("paragraph", blocks.CharBlock())])
    other = SectionField([("heading", blocks.TextBlock()), ("paragraph", blocks.CharBlock(max_length=3))])
    assert one.deconstruct()[1:] == other.deconstruct()[1:]


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "urgent_actions", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("typed", ["44/22", "44.22", "UA 44/22", "UA: 44.22", "Second Urgent Action 44.22"])
def test_a_ua_number_is_kept_in_its_printed_form(typed: str) -> None:
    assert UANumberField().to_python(typed) == "44/22"


@pytest.mark.parametrize(
    "typed", ["ASA 17/5628/2022", "asa17/5628/2022", "https://www.amnesty.org/en/documents/asa17/5628/2022/en/"]
)
def test_an_index_number_is_kept_in_its_printed_form(typed: str) -> None:
    assert IndexNumberField().to_python(typed) == "ASA 17/5628/2022"


@pytest.mark.parametrize("empty", ["", None])
def test_no_reference_is_an_empty_one(empty: str | None) -> None:
    assert UANumberField().to_python(empty) == ""


def test_what_is_no_reference_is_refused_with_what_is_allowed() -> None:
    with pytest.raises(ValidationError, match=r"“forty-four” is no UA number.*44/22"):
        UANumberField().to_python("forty-four")


def test_what_is_no_reference_is_stored_as_typed() -> None:
    assert UANumberField().get_prep_value("forty-four") == "forty-four"


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["44/26", "44.26", "UA 44/26", "ua-44-26"])
def test_a_filter_finds_a_reference_in_another_form(asked: str) -> None:
    page = factories.draft(ua_number="UA: 44.26")
    assert list(UrgentActionPage.objects.filter(ua_number=asked)) == [page]


@pytest.mark.django_db
def test_a_filter_by_what_is_no_reference_finds_nothing() -> None:
    factories.draft(ua_number="44/26")
    assert not UrgentActionPage.objects.filter(ua_number="forty-four").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("lookup", "asked"), [("ua_number__in", ["UA 44/26", "1/26"]), ("ua_number__startswith", "44")]
)
def test_other_lookups_find_a_reference(lookup: str, asked: object) -> None:
    page = factories.draft(ua_number="44/26")
    assert list(UrgentActionPage.objects.filter(**{lookup: asked})) == [page]


def offered(field: CountryField | LanguageField, language: str) -> list[tuple[str, str]]:
    with translation.override(language):
        form_field = field.formfield()
        assert form_field is not None
        return [(str(code), str(name)) for code, name in form_field.choices]  # type: ignore[attr-defined]  # only choice fields have choices


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "United States"), ("es", "Estados Unidos"), ("fr", "États-Unis"), ("ar", "الولايات المتحدة")],
)
def test_countries_are_offered_in_the_language_of_the_editor(language: str, name: str) -> None:
    assert dict(offered(CountryField(), language))["US"] == name


def test_one_field_is_offered_to_each_editor_in_their_own_language() -> None:
    form_field = CountryField().formfield()
    found = []
    for language in ("en", "es"):
        with translation.override(language):
            found.append(dict(form_field.choices)["DE"])  # type: ignore[union-attr]  # a country field has a form field
    assert found == ["Germany", "Alemania"]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_choices_are_sorted_by_name_after_the_empty_one(language: str) -> None:
    (empty, _), *named = offered(CountryField(blank=True), language)
    names = [name for _, name in named]
    assert (empty, names) == ("", sorted(names, key=str.casefold))


@pytest.mark.parametrize(("language", "first"), [("en", "Afghanistan"), ("de", "Afghanistan"), ("fr", "Afghanistan")])
def test_the_first_country_is_the_first_of_the_alphabet(language: str, first: str) -> None:
    assert offered(CountryField(blank=True), language)[1][1] == first


def test_languages_are_offered_in_the_language_of_the_editor() -> None:
    assert dict(offered(LanguageField(), "es"))["zh-Hans"] == "chino simplificado"


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (CountryField(), "ZZ", "“ZZ” is no country code: two letters by ISO 3166-1, like CN, are allowed."),
        (LanguageField(), "xx", "“xx” is no language code: BCP 47 tags like es or zh-Hans are allowed."),
    ],
)
def test_an_unknown_code_is_refused_with_what_is_allowed(field: CountryField, value: str, message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        field.clean(value, None)  # type: ignore[arg-type]  # no page is needed
    assert refused.value.messages == [message]


def test_the_names_of_codes_stay_out_of_migrations() -> None:
    field = CountryOnPage._meta.get_field("country")
    assert set(field.deconstruct()[3]) == {"max_length", "verbose_name"}
