// Plays our own livestream (HLS) where the browser cannot by itself: a button stands in for "play",
// and what plays it is loaded with its press. Without this script a link leads to the stream.

const HLS = "application/vnd.apple.mpegurl";

function offer() {
  for (const video of document.querySelectorAll("video[data-hls]")) {
    const source = video.getAttribute("src");
    if (source && !video.canPlayType(HLS) && "MediaSource" in window) {
      video.removeAttribute("src");
      video.before(startButton(video, source));
    }
  }
}

function startButton(video, source) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = "Livestream starten";
  button.addEventListener("click", async () => {
    button.disabled = true;
    await play(video, source).catch(() => {
      button.disabled = false;
    });
    if (button.disabled) {
      video.focus();
      button.remove();
    }
  });
  return button;
}

async function play(video, source) {
  const { default: Hls } = await import(video.dataset.hls);
  const player = new Hls({ enableWorker: false });
  const failure = new Promise((_, reject) => {
    player.on(Hls.Events.ERROR, (_, { fatal, details }) => fatal && reject(new Error(details)));
  });
  player.loadSource(source);
  player.attachMedia(video);
  await Promise.race([video.play(), failure]).catch((error) => {
    player.destroy();
    throw error;
  });
}

document.addEventListener("stand", offer);
offer();
