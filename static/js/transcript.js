// With the player on the same page, the time beside a paragraph plays from there, and the
// paragraph that is being spoken is marked. "Zitieren" copies what was selected in a paragraph, or
// all of it, with its source. Without this script times are links and the source stands to copy.

const media = document.querySelector(".player__media");
const times = [...document.querySelectorAll(".said__at")];

function follow(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) {
    return; // into a tab of its own
  }
  event.preventDefault();
  media.currentTime = Number(event.currentTarget.dataset.second);
  media.play().catch(() => {}); // the browser shows by itself what does not play
}

function mark() {
  const second = media.currentTime + 0.1;
  const running = times.findLast((time) => Number(time.dataset.second) <= second);
  for (const time of times) {
    if (time === running && !media.paused) {
      time.setAttribute("aria-current", "true");
    } else if (time.hasAttribute("aria-current")) {
      time.removeAttribute("aria-current");
    }
  }
}

// What is selected in a paragraph, and the line it begins in; nothing selected: all of it.
function selected(said) {
  const text = said.querySelector(".said__text");
  const selection = getSelection();
  const words = selection.toString().trim();
  const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (!words || !range || !text.contains(range.commonAncestorContainer)) {
    const lines = [...text.querySelectorAll("[data-t]")];
    return { words: lines.map((line) => line.textContent).join(" "), second: lines[0].dataset.t };
  }
  const start = range.startContainer;
  const line = (start.closest ? start : start.parentElement).closest("[data-t]");
  return { words, second: line?.dataset.t };
}

function sourceOf(quote, second) {
  const link = quote.querySelector("a");
  const url = new URL(link.href);
  if (second) {
    url.searchParams.set("t", second);
  }
  return quote.querySelector(".citable").textContent.trim().replace(link.textContent, url.href);
}

function prepare(quote) {
  const said = quote.closest(".said");
  const summary = quote.querySelector("summary");
  let chosen = selected(said);
  // Before the press: it takes the selection away.
  for (const moment of ["pointerdown", "keydown"]) {
    summary.addEventListener(moment, () => {
      chosen = selected(said);
    });
  }
  quote.addEventListener("toggle", () => {
    if (quote.open) {
      offer(quote, chosen);
    }
  });
}

function offer(quote, chosen) {
  quote.querySelector(".said__copy")?.remove();
  const box = document.createElement("div");
  const words = document.createElement("q");
  const button = document.createElement("button");
  const status = document.createElement("span");
  box.className = "said__copy";
  words.textContent = chosen.words;
  button.type = "button";
  button.className = "citation__button";
  button.textContent = "Zitat mit Quelle kopieren";
  status.role = "status";
  button.addEventListener("click", async () => {
    const source = sourceOf(quote, chosen.second);
    await navigator.clipboard.writeText(`„${chosen.words}“ – ${source}`);
    status.textContent = "Kopiert";
  });
  box.append(words, button, status);
  quote.append(box);
}

if (media) {
  for (const time of times) {
    time.addEventListener("click", follow);
  }
  for (const moment of ["timeupdate", "seeking", "play", "pause"]) {
    media.addEventListener(moment, mark);
  }
}
if (navigator.clipboard) {
  document.querySelectorAll(".said__quote").forEach(prepare);
}
