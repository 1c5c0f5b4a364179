"""Building blocks of meetings."""

from cms.plugin_pool import plugin_pool

from events.plugin_models import MeetingList
from ui.cms_plugins import LISTS, Block


@plugin_pool.register_plugin
class MeetingListPlugin(Block):
    """Annual meetings as cards."""

    model = MeetingList
    name = "Jahrestreffen"
    module = LISTS
    purpose = "Kommende oder vergangene Jahrestreffen; die Liste hält sich selbst aktuell."
    render_template = "events/plugins/meeting_list.html"
