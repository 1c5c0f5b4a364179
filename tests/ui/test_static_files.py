"""Many small style sheets for us, one for readers."""

import re

from django.contrib.staticfiles.finders import get_finders

from ui.static_files import OneStyleSheet

ICONS = ("close", "live", "video-off")


def collected(folder) -> OneStyleSheet:
    """Collect the portal's own static files into a folder."""
    storage = OneStyleSheet(location=folder, base_url="/static/")
    paths = {}
    for finder in get_finders():
        for path, source in finder.list(None):
            if path.startswith(("css/", "fonts/", "icons/", "img/")) and "admin" not in path:
                paths[path] = (source, path)
                with source.open(path) as file:
                    storage.save(path, file)
    problems = [done for _, _, done in storage.post_process(paths) if isinstance(done, Exception)]
    assert problems == []
    return storage


def test_readers_get_every_style_sheet_in_one_file_and_fonts_by_their_content(tmp_path):
    storage = collected(tmp_path)

    served = (tmp_path / storage.stored_name("css/main.css")).read_text()

    assert "@import" not in served
    assert served.index("@layer reset, base") < served.index("--color-river:")
    assert list(dict.fromkeys(re.findall(r"url\(\"([^\"]+)\"\)", served))) == [
        "../" + storage.stored_name("fonts/source-sans-3.woff2"),
        "../" + storage.stored_name("fonts/bitter.woff2"),
        "../" + storage.stored_name("img/skyline.svg"),
        "../" + storage.stored_name("img/river-bend.svg"),
        *("../" + storage.stored_name(f"icons/{name}.svg") for name in ICONS),
    ]


def test_collecting_twice_gives_the_same_style_sheet(tmp_path):
    first = collected(tmp_path).stored_name("css/main.css")

    assert collected(tmp_path).stored_name("css/main.css") == first
