"""How a content type is registered with djangocms-versioning; used by each app's cms_config.py."""

from cms.app_base import CMSAppConfig

from publishing.copying import copy_content


def versionable(config: CMSAppConfig, content_model):
    """Return the `VersionableItem` of a content model, through the CMS's own contract."""
    item = config.get_contract("djangocms_versioning")
    return item(
        content_model=content_model,
        grouper_field_name=content_model.grouper_field_name,
        copy_function=copy_content,
        grouper_selector_option_label=lambda identity, language: str(identity),  # noqa: ARG005
        grouper_admin_mixin=None,  # publishing.admin.ContentAdmin brings it along
    )
