"""docs/reference/settings.md: what is set."""

import ast
from collections.abc import Iterator

from urgent_actions.models import SectionSettings

from .data_model import stored_fields
from .tables import GENERATED, ROOT, table


def settings_page() -> str:
    section = [(f"`{name}`", form, help_text) for name, form, _, help_text in stored_fields(SectionSettings)]
    production = [(f"`{name}`", "yes" if default is None else "", default or "") for name, default in _environment()]
    return "\n".join(
        [
            GENERATED,
            "# Settings\n",
            "## Of a section\n",
            "Typed by an administrator under Settings > Section in the admin, one row for each Wagtail site.",
            "See [add a section](../how-to/add-a-section.md).\n",
            table(("setting", "form", "help text"), section),
            "## Of a Django project\n",
            "The plugin’s own begin with `URGENT_ACTIONS_`; the others it reads:\n",
            table(("setting", "what the plugin does with it"), DJANGO_SETTINGS),
            "## System checks\n",
            "What `manage.py check` and every start say.\n",
            table(("id", "level", "when"), SYSTEM_CHECKS),
            "## Environment of the demo site in production\n",
            "Read by `cms.settings.production`; a project with settings of its own needs none of them. See",
            "[deploy](../how-to/deploy.md).\n",
            table(("variable", "needed", "if it is not set"), production),
        ]
    )


DJANGO_SETTINGS = (
    (
        "`URGENT_ACTIONS_URGENTACTIONPAGE_MODEL`",
        "The page model of urgent actions, `app.Model`. Not set: `urgent_actions.UrgentActionPage`.",
    ),
    (
        "`URGENT_ACTIONS_URGENTACTIONINDEXPAGE_MODEL`",
        "The page model of their index. Not set: `urgent_actions.UrgentActionIndexPage`.",
    ),
    (
        "`URGENT_ACTIONS_MAX_AGE`",
        "For how many seconds a cache may show an answer without asking whether it is still true. Not set: 0.",
    ),
    ("`URGENT_ACTIONS_PREVIEW_SECONDS`", "For how long a preview on a front end opens. Not set: 900."),
    (
        "`URGENT_ACTIONS_SEALING_KEYS`",
        "Secrets that seal records of withdrawn cases, the newest first. Not set: `SECRET_KEY` and its fallbacks.",
    ),
    (
        "`URGENT_ACTIONS_REPORTS_A_DAY`",
        "So many reports of one address are counted in a day; what comes beyond waits until somebody has checked it. "
        "Not set: 50.",
    ),
    (
        "`URGENT_ACTIONS_TRUSTED_PROXIES`",
        "How many proxies of your own a request comes through, each of which adds to `X-Forwarded-For` who asked it. "
        "Not set: 0, and the address is that of the connection.",
    ),
    (
        "`URGENT_ACTIONS_REPORTS_NEED_PROOF`",
        "`True`: a report without a proof of work waits until somebody has checked it, see "
        "[deploy](../how-to/deploy.md#reports). Not set: `False`.",
    ),
    ("`ALTCHA_HMAC_KEY`", "Of django-altcha: the secret with which riddles for a proof of work are signed."),
    ("`WAGTAIL_HEADLESS_PREVIEW`", "Of wagtail-headless-preview: `CLIENT_URLS` names the front ends."),
    ("`WAGTAIL_PAGE_MODEL`", "Wagtail's own: the base page model that both stand on."),
    ("`WAGTAILIMAGES_IMAGE_MODEL`", "Wagtail's own: the model of the image of an urgent action."),
    (
        '`STORAGES["urgent_actions_tree"]`',
        "Where files for a web server are written, see [serve from nginx](../how-to/serve-from-nginx.md). "
        "Not set: none.",
    ),
    (
        "`TASKS`",
        "Of django-tasks: the queue by which they are written on publication, and by which a change that reaches more "
        "than a thousand urgent actions reaches the rest. Not set: at once.",
    ),
    ("`USE_TZ`", "Must be `True`: a deadline ends at a midnight somewhere."),
    ("`TIME_ZONE`", "Where days end for sections that have set no time zone."),
    ("`MIDDLEWARE`", "Should hold `urgent_actions.admin.middleware.RefusalMiddleware`."),
)
SYSTEM_CHECKS = (
    ("`urgent_actions.E001`", "error", "An app that the plugin stands on is not in `INSTALLED_APPS`."),
    ("`urgent_actions.E002`", "error", "`USE_TZ` is `False`."),
    ("`urgent_actions.E003`", "error", "A front end in `CLIENT_URLS` has no TLS, and `DEBUG` is off."),
    ("`urgent_actions.E004`", "error", "`URGENT_ACTIONS_PREVIEW_SECONDS` is no whole number from 1 to 86400."),
    (
        "`urgent_actions.E005`",
        "error",
        "`URGENT_ACTIONS_REPORTS_A_DAY` or `URGENT_ACTIONS_TRUSTED_PROXIES` is no whole number from 0 on.",
    ),
    (
        "`urgent_actions.E006`",
        "error",
        "`URGENT_ACTIONS_REPORTS_NEED_PROOF` is on, and django-altcha or `ALTCHA_HMAC_KEY` is missing.",
    ),
    ("`urgent_actions.W001`", "warning", "`RefusalMiddleware` is not in `MIDDLEWARE`."),
    (
        "`urgent_actions.W002`",
        "warning",
        "wagtail_headless_preview is installed, and `CLIENT_URLS` names no default front end.",
    ),
)


def _environment() -> Iterator[tuple[str, str | None]]:
    """Yield the variables that the production settings read, with the default; None: the site does not start."""
    source = ast.parse((ROOT / "cms/settings/production.py").read_text(encoding="utf-8"))
    for call in (node for node in ast.walk(source) if isinstance(node, ast.Call)):
        name = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
        if not isinstance(name, str) or not name.isupper():
            continue
        if isinstance(call.func, ast.Name) and call.func.id == "required":
            yield name, None
        elif isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
            default = next(word.value for word in call.keywords if word.arg == "default")
            value = ast.literal_eval(default)
            yield name, "nothing" if value == "" else f"`{value}`"
