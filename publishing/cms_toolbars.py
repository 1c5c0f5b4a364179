"""The CMS's toolbar without what would break the portal."""

from cms.cms_toolbars import PAGE_MENU_IDENTIFIER
from cms.toolbar.items import ButtonList, ModalItem
from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool

from publishing.approval import refusal
from publishing.page_actions import act


@toolbar_pool.register
class PlainPageMenu(CMSToolbar):
    """Login walls, applications and the like stand in no editor's menu (page_admin.py)."""

    def post_template_populate(self):
        menu = self.toolbar.get_menu(PAGE_MENU_IDENTIFIER)
        if menu is None or self.request.user.is_superuser:
            return
        for found in menu.find_items(ModalItem):
            if "/advanced-settings/" in found.item.url:
                menu.remove_item(found.item)


PUBLISH = "cms-versioning-js-publish-btn"  # versioning's mark of its button


@toolbar_pool.register
class ReleaseButton(CMSToolbar):
    """Who may not publish a draft alone asks for its release instead."""

    def post_template_populate(self):
        content = self.toolbar.get_object()
        version = content.versions.first() if hasattr(content, "versions") else None
        if version is None or self.may_publish(version):
            return
        for button in self.publish_buttons():
            button.name = "Freigabe anfordern"
            button.url = act(version, "request_approval")

    def may_publish(self, version) -> bool:
        user = self.request.user
        return version.has_publish_permission(user) and not refusal(version, user)

    def publish_buttons(self) -> list:
        lists = [item for item in self.toolbar.get_right_items() if isinstance(item, ButtonList)]
        return [
            button
            for one in lists
            for button in one.buttons
            if PUBLISH in getattr(button, "extra_classes", ())
        ]
