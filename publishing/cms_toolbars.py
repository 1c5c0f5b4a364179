"""The CMS's toolbar without what would break the portal."""

from cms.cms_toolbars import PAGE_MENU_IDENTIFIER
from cms.toolbar.items import ModalItem
from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool


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
