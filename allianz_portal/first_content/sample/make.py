"""Make the sample recording anew: voice, film, sound, captions, slides, and the record to load.

Run `python make.py` here. It needs espeak-ng and ffmpeg (apt install espeak-ng ffmpeg),
Playwright, which the tests bring, and Debian's Chromium. What it makes is in the repository;
the portal itself needs none of this.
"""

import hashlib
import io
import json
import subprocess
import tempfile
import wave
from dataclasses import dataclass
from html import escape
from pathlib import Path

import yaml
from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parent
CSS = HERE.parents[2] / "static/css"
CHROMIUM = "/usr/bin/chromium"
NAME = "beispieltreffen"
TITLE = "Beispieltreffen – Folien"
VOICE = ["espeak-ng", "-v", "de", "-s", "135", "-p", "38", "-a", "120"]
RATE = 22050  # samples a second, as espeak-ng speaks
LEAD, PAUSE, TURN = 800, 600, 1600  # milliseconds before all, after a sentence, after a card
FPS = 10
COLOURS = 256


@dataclass
class Card:
    """One title card: what it shows and says, from when to when, in milliseconds."""

    item: str
    heading: str
    picture: str
    says: list[str]
    start: int = 0
    end: int = 0


def main() -> None:
    """Make everything."""
    cards = [
        Card(item, **card)
        for item, shown in yaml.safe_load((HERE / "speech.yaml").read_text()).items()
        for card in shown
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cues = speak(cards, folder / "voice.wav")
        draw(cards, folder)
        film(cards, folder)
    (HERE / f"{NAME}.vtt").write_text(captions(cues))
    record(cards)


# --- Voice ---


def speak(cards: list[Card], target: Path) -> list[tuple[int, int, str]]:
    """Speak all sentences into one file; note when each card starts, return the captions."""
    sound, cues = bytearray(silence(LEAD)), []
    for card in cards:
        card.start = length(sound) if cues else 0
        for sentence in card.says:
            start = length(sound)
            sound += spoken(sentence)
            cues.append((start, length(sound), sentence))
            sound += silence(PAUSE)
        sound += silence(TURN - PAUSE)
        card.end = length(sound)
    with wave.open(str(target), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(bytes(sound))
    return cues


def spoken(sentence: str) -> bytes:
    """Return a sentence as samples."""
    answer = subprocess.run([*VOICE, "--stdout", sentence], capture_output=True, check=True)
    with wave.open(io.BytesIO(answer.stdout)) as file:
        if file.getframerate() != RATE:
            raise SystemExit(f"espeak-ng speaks with {file.getframerate()} samples a second.")
        samples = file.readframes(10**8)
    return samples.rstrip(b"\0") + b"\0" * (len(samples.rstrip(b"\0")) % 2)


def silence(milliseconds: int) -> bytes:
    """Return samples in which nothing is said."""
    return b"\0\0" * (milliseconds * RATE // 1000)


def length(sound: bytes) -> int:
    """Return how long samples last."""
    return round(len(sound) / 2 * 1000 / RATE)


def captions(cues: list[tuple[int, int, str]]) -> str:
    """Return the captions as WebVTT; each names who speaks."""
    blocks = [f"{at(start)} --> {at(end)}\n<v Computerstimme>{text}" for start, end, text in cues]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def at(moment: int) -> str:
    """Return a moment as WebVTT writes it."""
    minutes, rest = divmod(moment, 60_000)
    return f"00:{minutes:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


# --- Pictures ---


def draw(cards: list[Card], folder: Path) -> None:
    """Draw each card, the still and the slides."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme="light")
        for number, card in enumerate(cards):
            show(page, folder, markup(card))
            page.screenshot(path=folder / f"{number:02d}.png")
        still = browser.new_page(
            viewport={"width": 1280, "height": 720}, device_scale_factor=1.5, color_scheme="light"
        )
        show(still, folder, markup(cards[0]))
        save_still(still.screenshot())
        show(page, folder, "".join(markup(card, with_picture=False) for card in cards))
        page.pdf(
            path=HERE / "folien.pdf",
            tagged=True,
            outline=True,
            prefer_css_page_size=True,
            print_background=True,
        )
        browser.close()


def show(page, folder: Path, body: str) -> None:
    """Show some cards in the portal's own colours and fonts."""
    links = "".join(
        f'<link rel="stylesheet" href="file://{path}">'
        for path in (CSS / "tokens.css", CSS / "fonts.css", HERE / "cards.css")
    )
    file = folder / "cards.html"
    head = f'<meta charset="utf-8"><title>{TITLE}</title>{links}'
    file.write_text(f'<!doctype html><html lang="de"><head>{head}</head><body>{body}</body></html>')
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready")


def markup(card: Card, *, with_picture: bool = True) -> str:
    """Return a card as HTML."""
    points = "".join(f"<li>{escape(sentence)}</li>" for sentence in card.says)
    picture = f'<img class="card__picture" src="file://{CONTENT}/images/{card.picture}.png" alt="">'
    return f"""<section class="card">
<div class="card__text"><p class="card__kicker">Beispiel</p><h1>{escape(card.heading)}</h1>
<ul>{points}</ul></div>{picture if with_picture else ""}
<p class="card__foot"><span>Lokale Allianz Dormagen</span><span>kein wirkliches Treffen</span></p>
</section>"""


def save_still(screenshot: bytes) -> None:
    """Keep the first card as a picture for the library, with a palette."""
    picture = Image.open(io.BytesIO(screenshot)).convert("RGB")
    palette = picture.quantize(COLOURS, kmeans=3, dither=Image.Dither.NONE)
    palette.save(CONTENT / "images" / f"{NAME}.png", optimize=True)


# --- Film and record ---


def film(cards: list[Card], folder: Path) -> None:
    """Put cards and voice together, once as film and once as sound alone."""
    shown = [
        f"file '{number:02d}.png'\nduration {(card.end - card.start) / 1000}"
        for number, card in enumerate(cards)
    ]
    (folder / "list.txt").write_text("\n".join([*shown, f"file '{len(cards) - 1:02d}.png'"]))
    voice = ["-i", folder / "voice.wav", "-af", "loudnorm=I=-16:TP=-1.5", "-ar", "44100"]
    voice += ["-c:a", "aac", "-b:a", "48k", "-map_metadata", "-1", "-movflags", "+faststart"]
    picture = ["-c:v", "libx264", "-preset", "veryslow", "-tune", "stillimage", "-crf", "32"]
    picture += ["-r", str(FPS), "-g", str(FPS * 10), "-pix_fmt", "yuv420p"]
    picture += ["-t", str(cards[-1].end / 1000)]
    listed = ["-f", "concat", "-i", folder / "list.txt"]
    ffmpeg(*listed, *voice, *picture, HERE / f"{NAME}.mp4")
    ffmpeg(*voice, "-f", "ipod", HERE / f"{NAME}.m4a")


def ffmpeg(*arguments) -> None:
    """Run ffmpeg quietly."""
    command = ["ffmpeg", "-v", "error", "-y", *map(str, arguments)]
    subprocess.run(command, check=True)


def record(cards: list[Card]) -> None:
    """Write what the first content needs to know of the files, for servers without ffprobe."""
    starts = {}
    for card in cards:
        starts.setdefault(card.item, card.start)
    values = {
        "duration": cards[-1].end,
        "chapters": [{"item": item, "start": start} for item, start in starts.items()],
        "files": [facts(HERE / f"{NAME}.mp4", "video"), facts(HERE / f"{NAME}.m4a", "audio")],
    }
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
    (HERE / "measured.yaml").write_text(f"# Geschrieben von make.py.\n{text}")


def facts(path: Path, role: str) -> dict:
    """Return what ffprobe and the bytes say about a file."""
    wanted = "format=duration:stream=width,height"
    command = ["ffprobe", "-v", "error", "-show_entries", wanted, "-of", "json", path]
    answer = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    sizes = next((stream for stream in answer["streams"] if stream.get("width")), {})
    found = {"file": path.name, "role": role}
    found["duration"] = round(float(answer["format"]["duration"]) * 1000)
    found |= {name: sizes[name] for name in ("width", "height") if name in sizes}
    return {**found, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


if __name__ == "__main__":
    main()
