"""What pages get besides the toolbar: the look of edit mode, structure board and picker."""

from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from django.templatetags.static import static


@toolbar_pool.register
class BoardToolbar(CMSToolbar):
    """No buttons of its own; brings the style sheets, and who else writes on this page."""

    class Media:
        css = {"all": ["css/admin/board.css", "css/admin/company.css"]}
        js = ["js/admin/presence.js"]


@toolbar_pool.register
class PageCheckToolbar(CMSToolbar):
    """A button that looks for barriers on the page in view (static/js/admin/page_check.js)."""

    class Media:
        css = {"all": ["css/admin/page_check.css"]}
        js = ["js/admin/page_check.js"]

    def post_template_populate(self):
        if self.toolbar.edit_mode_active or self.toolbar.preview_mode_active:
            self.toolbar.add_button(
                "Barrierefreiheit prüfen",
                static("vendor/axe-core/axe.min.js"),
                extra_classes=["page-check-start"],
                side=self.toolbar.RIGHT,
            )
