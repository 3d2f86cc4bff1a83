"""Language versions, as search engines are told of them."""

from urgent_actions.representation import alternates

EN, AR, ES = ("en", "https://example.org/en/"), ("ar", "https://example.org/ar/"), ("es", "https://example.org/es/")


def test_versions_are_named_by_language_and_the_default_one_for_all_others() -> None:
    assert alternates([EN, AR], default="en") == [AR, EN, ("x-default", "https://example.org/en/")]


def test_without_a_version_in_the_default_language_there_is_none_for_all_others() -> None:
    assert alternates([ES, AR], default="en") == [AR, ES]


def test_a_single_version_is_not_named() -> None:
    assert alternates([EN], default="en") == []
