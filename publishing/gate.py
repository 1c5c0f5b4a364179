"""May this be published, and if not, why? Asked before every publication, whoever publishes."""

from cms.models import Placeholder
from cms.utils.plugins import downcast_plugins
from django.contrib.contenttypes.models import ContentType
from djangocms_versioning.conditions import Conditions
from djangocms_versioning.exceptions import ConditionFailed

from publishing.approval import refusal
from publishing.change_notes import note_problems
from publishing.embargo import refusal as embargo_refusal
from publishing.problems import Problem


def problems(content) -> list[Problem]:
    """Return everything that forbids publishing this content: its own fields, rows and plugins."""
    own = getattr(content, "publish_problems", tuple)
    return [*own(), *plugin_problems(content), *note_problems(content)]


def plugin_problems(content):
    """Yield the problems of the plugins in the content's placeholders."""
    placeholders = Placeholder.objects.filter(
        content_type=ContentType.objects.get_for_model(content), object_id=content.pk
    )
    for placeholder in placeholders:
        for plugin in downcast_plugins(placeholder.get_plugins()):
            yield from getattr(plugin, "publish_problems", tuple)()


def require_publishable(version) -> None:
    """Raise `ConditionFailed` with every reason if the version must not be published.

    A Sperrfrist is the only one while it runs: nothing is wrong with the text.
    """
    too_early = embargo_refusal(version.content)
    if too_early:
        raise ConditionFailed(too_early)
    found = problems(version.content)
    if found:
        reasons = " ".join(f"({number}) {problem}" for number, problem in enumerate(found, 1))
        raise ConditionFailed(f"Noch nicht veröffentlicht. {reasons}")


class PublishConditions(Conditions):
    """Versioning's conditions plus the gate.

    `as_bool`, which decides whether the button is shown, leaves the gate out:
    a button that vanishes without a reason helps nobody. Pressing it names the reasons.
    """

    def __call__(self, instance, user):
        super().__call__(instance, user)
        require_publishable(instance)
        reason = refusal(instance, user)
        if reason:
            raise ConditionFailed(reason)

    def as_bool(self, instance, user):
        return Conditions(self).as_bool(instance, user)
