"""What pages get besides the toolbar: the look of edit mode, structure board and picker."""

from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool


@toolbar_pool.register
class BoardToolbar(CMSToolbar):
    """No buttons of its own; brings the style sheets, and who else writes on this page."""

    class Media:
        css = {"all": ["css/admin/board.css", "css/admin/company.css"]}
        js = ["js/admin/presence.js"]
