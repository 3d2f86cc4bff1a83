"""The demo's concerns, named here so that the catalogues have them: lists show them in the reader's language."""

from django.utils.translation import gettext_noop as _

NAMES = [
    _("Arbitrary detention"),
    _("Death penalty"),
    _("Denial of medical care"),
    _("Discrimination"),
    _("Enforced disappearance"),
    _("Excessive use of force"),
    _("Forced eviction"),
    _("Forced return"),
    _("Freedom of peaceful assembly"),
    _("Freedom of association"),
    _("Freedom of expression"),
    _("Gender-based violence"),
    _("Human rights defenders"),
    _("Impunity"),
    _("Incommunicado detention"),
    _("Indigenous peoples and land rights"),
    _("Rights of LGBTI people"),
    _("Prison conditions"),
    _("Threats and attacks"),
    _("Torture and other ill-treatment"),
    _("Trade union rights"),
    _("Unfair trial"),
]
