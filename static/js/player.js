// Chapters jump without a reload and show which one is running; a button switches the captions.
// Without this script chapters are links to `?t=`, and the page starts there.

function connect(player) {
  const media = player.querySelector(".player__media");
  const links = [...player.querySelectorAll(".player__chapter")];
  for (const link of links) {
    link.addEventListener("click", (event) => follow(event, link, media));
  }
  for (const moment of ["timeupdate", "seeking"]) {
    media.addEventListener(moment, () => mark(links, media.currentTime));
  }
  offerCaptions(player, media);
}

function follow(event, link, media) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) {
    return; // into a tab of its own
  }
  event.preventDefault();
  history.replaceState(null, "", link.href);
  media.currentTime = Number(link.dataset.second);
  media.play().catch(() => {}); // the browser shows by itself what does not play
}

function mark(links, second) {
  const begun = links.filter((link) => Number(link.dataset.second) <= second + 0.1);
  for (const link of links) {
    if (link === begun.at(-1)) {
      link.setAttribute("aria-current", "true");
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

// Browsers hide this switch in a menu of their controls; it belongs beside "play".
function offerCaptions(player, media) {
  const captions = [...media.textTracks].filter((track) => track.kind === "captions");
  if (captions.length === 0) {
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "player__switch";
  button.textContent = "Untertitel";
  const isOn = () => captions.some((track) => track.mode === "showing");
  const show = () => button.setAttribute("aria-pressed", String(isOn()));
  button.addEventListener("click", () => {
    const wanted = isOn() ? "hidden" : "showing";
    for (const track of captions) {
      track.mode = "hidden";
    }
    captions[0].mode = wanted;
    show();
  });
  media.textTracks.addEventListener("change", show);
  player.querySelector(".player__stage").append(button);
  show();
}

// The server knows what was cut; a browser does not send it what stands behind "#".
function followFragment() {
  const moment = /^#t=(.{1,40})$/.exec(location.hash)?.[1];
  if (moment) {
    location.replace(`${location.pathname}?t=${moment}#aufzeichnung`);
  }
}

document.querySelectorAll(".player").forEach(connect);
window.addEventListener("hashchange", followFragment);
followFragment();
