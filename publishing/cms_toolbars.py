"""The CMS's toolbar without what would break the portal."""

from cms.cms_toolbars import PAGE_MENU_IDENTIFIER
from cms.models import PageContent
from cms.toolbar.items import ButtonList, ModalItem
from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from djangocms_versioning.cms_toolbars import VERSIONING_MENU_IDENTIFIER
from djangocms_versioning.constants import DRAFT

from publishing.approval import approval_of, refusal
from publishing.change_note_admin import was_seen
from publishing.content import Content
from publishing.page_actions import act, change_url, planning_actions, release_actions


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


def is_changed_page(version) -> bool:
    """Tell whether this is the draft of a page that readers know; items ask in their form."""
    is_page = isinstance(version.content, PageContent)
    return is_page and version.state == DRAFT and was_seen(version)


WIZARD = "/cms_wizard/create/"
PUBLISH = "cms-versioning-js-publish-btn"  # versioning's mark of its button
POST = "cms-form-post-method"  # the toolbar's mark of buttons that change something


@toolbar_pool.register
class ReleaseButton(CMSToolbar):
    """Who may not publish a draft alone asks for its release instead."""

    def post_template_populate(self):
        content = self.toolbar.get_object()
        version = content.versions.first() if hasattr(content, "versions") else None
        if version is None:
            return
        self.add_plans(version)
        if isinstance(content, Content):
            self.add_steps(version)
        may_publish = self.may_publish(version)
        for button in self.publish_buttons():
            if may_publish:
                button.url = act(version, "publish", stand=approval_of(version).stand)
                continue
            button.name = "Freigabe anfordern"
            button.url = act(version, "request_approval")

    def add_plans(self, version) -> None:
        """Offer on the page what the forms of items offer above their fields."""
        menu = self.toolbar.get_menu(VERSIONING_MENU_IDENTIFIER)
        if menu is None:
            return
        for action in planning_actions(version, user=self.request.user):
            menu.add_link_item(action.label, url=action.url)
        if is_changed_page(version):
            menu.add_link_item("Änderung vermerken", url=act(version, "change_note"))
        if version.check_unpublish.as_bool(self.request.user):
            menu.add_link_item("Zurückziehen", url=act(version, "unpublish"))

    def add_steps(self, version) -> None:
        """Lead to the form; whoever has read a preview goes on from there."""
        form, buttons = change_url(version.grouper), ButtonList(side=self.toolbar.RIGHT)
        if self.toolbar.preview_mode_active:
            for action in release_actions(version, user=self.request.user, back=form):
                if action.is_post:
                    classes = ["cms-btn-action", POST] if action.is_main else [POST]
                    buttons.add_button(action.label, url=action.url, extra_classes=classes)
        buttons.add_button("Zum Formular", url=form)
        self.toolbar.add_item(buttons)

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


@toolbar_pool.register
class NoDeadButtons(CMSToolbar):
    """Whoever can make nothing new gets no grey button that does not say why."""

    def post_template_populate(self):
        for item in self.toolbar.get_right_items():
            buttons = getattr(item, "buttons", [])
            if any(button.disabled and WIZARD in button.url for button in buttons):
                self.toolbar.remove_item(item)
