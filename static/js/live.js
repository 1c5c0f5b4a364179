// A meeting's page follows what happens: it asks how the meeting stands and takes over what changed.
// Without this script the page is right whenever it is loaded.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const LONGEST_TIMER = 2 ** 31 - 1; // a browser fires later ones at once
const EARLY = 35 * MINUTE; // before the beginning: the lobby opens 30 minutes before
// How often to ask, by state; in all others nothing is to come.
const PACE = {
  announced: 20 * SECOND,
  lobby: 20 * SECOND,
  live: 20 * SECOND,
  interrupted: 20 * SECOND,
  ended: MINUTE,
};

function wait() {
  const { state, starts } = place().dataset;
  if (!(state in PACE)) {
    return;
  }
  const ahead = state === "announced" ? Date.parse(starts) - EARLY - Date.now() : 0;
  if (ahead > 0) {
    setTimeout(wait, Math.min(ahead, LONGEST_TIMER));
  } else {
    setTimeout(ask, PACE[state] + Math.random() * 4 * SECOND);
  }
}

async function ask() {
  const { status, version } = place().dataset;
  try {
    const answer = await fetch(status, { cache: "no-cache" });
    if (answer.ok && (await answer.json()).version !== version) {
      await refresh();
    }
  } catch {
    // no network for a moment: the next time is soon
  }
  wait();
}

// Only what changed is replaced, so that a stream goes on playing while its words change.
async function refresh() {
  const old = place();
  const fresh = (await load(location.pathname)).getElementById("stand");
  if (!fresh) {
    return;
  }
  const words = old.querySelector("[data-words]");
  const freshWords = fresh.querySelector("[data-words]");
  if (fresh.dataset.player === old.dataset.player && words && freshWords) {
    words.replaceWith(freshWords);
    old.dataset.version = fresh.dataset.version;
    return;
  }
  const headline = fresh.querySelector("h2, .notice__title")?.textContent;
  const message = fresh.querySelector(".broadcast__message")?.textContent;
  old.replaceWith(fresh);
  offerMoment();
  document.dispatchEvent(new Event("stand")); // static/js/stream.js
  document.getElementById("stand-ansage").textContent = [headline, message]
    .filter(Boolean)
    .map((text) => text.trim())
    .join(": ");
}

// The policy forbids scripts to make markup out of text; a request may answer with a document.
function load(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.timeout = 10 * SECOND;
    request.onload = () => (request.response ? resolve(request.response) : reject());
    request.onerror = request.ontimeout = reject;
    request.send();
  });
}

// A link to this very second; later it leads to the same second of the recording.
function offerMoment() {
  const stage = place().querySelector(".broadcast--live");
  if (!stage || !navigator.clipboard) {
    return;
  }
  const line = document.createElement("p");
  const button = document.createElement("button");
  const told = document.createElement("span");
  line.className = "broadcast__share";
  button.type = "button";
  button.className = "broadcast__button";
  button.textContent = "Link auf diesen Moment kopieren";
  told.role = "status";
  button.addEventListener("click", async () => {
    const now = new Date().toISOString().slice(0, 19);
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}?at=${now}Z`);
    told.textContent = "Kopiert. Der Link führt später an diese Stelle der Aufzeichnung.";
  });
  line.append(button, told);
  stage.append(line);
}

function place() {
  return document.getElementById("stand");
}

offerMoment();
wait();
