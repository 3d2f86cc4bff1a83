"""What search engines and archives are told in schema.org's words."""

from typing import Any

from .listing import listing


def linked_data(
    shown: dict[str, Any],
    *,
    title: str,
    url: str,
    publisher: dict[str, str],
    published_at: str | None = None,
    changed_at: str | None = None,
) -> dict[str, Any] | None:
    """Return an urgent action as a schema.org ``Article``, ready for JSON; None for a stopped one.

    An article is what it is: schema.org has no petition and no appeal. No person and no official is named beyond the
    words of the title and of the excerpt, since what has entered a graph elsewhere is not called back by a takedown.
    """
    if shown["stopped"] is not None:
        return None
    picture = shown["image"]
    known = {
        "@context": "https://schema.org",
        "@type": "Article",
        "url": url,
        "mainEntityOfPage": url,
        "headline": title,
        "description": listing(shown, id=0, title=title, url=url)["excerpt"],
        "inLanguage": shown["language"]["code"],
        "identifier": [shown[name] for name in ("ua_number", "index_number") if shown[name]],
        "datePublished": shown["issued_on"] or published_at,
        "dateModified": changed_at,
        "expires": shown["deadline"],
        "creativeWorkStatus": shown["status"],
        "about": [
            {"@type": "Country", "name": each["name"], "identifier": each["code"]} for each in shown["countries"]
        ],
        "image": {"@type": "ImageObject", **_sized(picture)} if picture else None,
        "workTranslation": [_translation(each) for each in shown["translations"]],
        "publisher": {"@type": "Organization", **publisher},
        "isAccessibleForFree": True,
    }
    return {name: value for name, value in known.items() if value not in (None, "", [])}


def _country(each: dict[str, Any]) -> dict[str, Any]:
    return {"@type": "Country", "name": each["name"], "identifier": each["code"]}


def _sized(picture: dict[str, Any]) -> dict[str, Any]:
    return {name: picture[name] for name in ("url", "width", "height")}


def _translation(card: dict[str, Any]) -> dict[str, Any]:
    return {"@type": "Article", "url": card["url"], "headline": card["title"], "inLanguage": card["language"]}
