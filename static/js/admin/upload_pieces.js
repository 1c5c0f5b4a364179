// Sends a big file in pieces. The server knows how much it has, so a broken line, a closed window
// or a new day costs one piece: the same file goes on where it stopped.

const PAUSES = [1, 2, 5, 10, 30, 30, 60, 60, 60]; // seconds before the next try

const form = document.querySelector(".upload");
const [start, stop, progress, state] = ["start", "stop", "progress", "state"].map((part) =>
  form.querySelector(`.upload__${part}`),
);
let controller = null;

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  controller = new AbortController();
  show(true);
  try {
    location.assign(await send(form.elements.file.files[0]));
  } catch (error) {
    say(controller.signal.aborted ? "Angehalten. „Hochladen“ macht weiter." : error.message);
    show(false);
  }
});

stop.addEventListener("click", () => controller.abort());

function show(isRunning) {
  start.disabled = isRunning;
  stop.hidden = progress.hidden = !isRunning;
}

function say(text) {
  if (state.textContent !== text) {
    state.textContent = text;
  }
}

async function send(file) {
  let answer = await ask(file, 0, null);
  while (!answer.done) {
    tell(answer.received, file.size);
    const piece = file.slice(answer.received, answer.received + Number(form.dataset.piece));
    answer = await ask(file, answer.received, piece);
  }
  return answer.done;
}

// With a piece: send it. Without: how much is there?
async function ask(file, offset, piece) {
  const query = new URLSearchParams({
    role: form.elements.role.value,
    language: form.elements.language.value,
    name: file.name,
    size: file.size,
    modified: file.lastModified,
    offset,
  });
  const options = {
    method: piece ? "PUT" : "GET",
    body: piece,
    headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
    signal: controller.signal,
  };
  const response = await patiently(`${form.dataset.url}?${query}`, options);
  const answer = await response.json();
  if (answer.error) {
    throw new Error(answer.error);
  }
  return answer;
}

// A piece that came in although the line broke is answered with 409 and how much is there.
async function patiently(url, options) {
  for (const pause of PAUSES) {
    const response = await fetch(url, options).catch(() => null);
    if (response?.headers.get("Content-Type") === "application/json") {
      return response;
    }
    if (response && response.status < 500) {
      throw new Error(
        "Die Anmeldung gilt hier nicht mehr. Laden Sie die Seite neu, dann geht es an dieser Stelle weiter.",
      );
    }
    options.signal.throwIfAborted();
    say(`Verbindung unterbrochen. Neuer Versuch in ${pause} Sekunden.`);
    await new Promise((resolve) => setTimeout(resolve, pause * 1000));
  }
  throw new Error("Keine Verbindung. „Hochladen“ macht später an dieser Stelle weiter.");
}

function tell(received, size) {
  const percent = Math.floor((100 * received) / size);
  progress.value = percent;
  const megabytes = (bytes) => `${Math.round(bytes / 1024 / 1024).toLocaleString("de")} MB`;
  progress.title = `${megabytes(received)} von ${megabytes(size)}`;
  say(`${percent - (percent % 5)} % von ${megabytes(size)} sind da.`); // read out every 5 %
}
