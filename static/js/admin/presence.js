// Says every few seconds that this form or page is open, and shows who else has it open
// (publishing/presence.py). Nobody is locked out.

(() => {
  const SECONDS = 5;
  const URL_OF_PINGS = "/admin/anwesend/";
  const isEditing = /\/(change|edit\/\d+)\/$/.test(window.location.pathname);
  let isFirst = true;

  function token() {
    const field = document.querySelector("[name=csrfmiddlewaretoken]");
    return window.CMS?.config?.csrf ?? field?.value ?? "";
  }

  function message(extra) {
    const data = new FormData();
    data.set("place", window.location.pathname);
    data.set("csrfmiddlewaretoken", token());
    for (const name of extra) {
      data.set(name, "1");
    }
    return data;
  }

  async function ping(...extra) {
    const wasFirst = isFirst;
    isFirst = false;
    try {
      const body = message(wasFirst ? ["new", ...extra] : extra);
      const answer = await fetch(URL_OF_PINGS, { method: "POST", body });
      if (answer.status === 200) {
        show(await answer.json());
      }
    } catch {
      isFirst = wasFirst; // no connection: the next one tells
    }
  }

  function show({ others, taken }) {
    const text = sentence(others, taken);
    const box = document.querySelector(".presence") || (text && newBox());
    if (!box || box.dataset.text === text) {
      return;
    }
    box.dataset.text = text;
    box.hidden = !text;
    box.classList.toggle("presence--taken", Boolean(taken));
    box.querySelector("p").textContent = text;
    box.querySelector("button").hidden = Boolean(taken) || !others.length;
  }

  function sentence(others, taken) {
    if (taken) {
      return (
        `${taken} hat hier übernommen. Ihre Eingaben bleiben in diesem Fenster stehen; ` +
        "sprechen Sie sich ab, bevor Sie sichern."
      );
    }
    return others.length
      ? `${others.join(", ")} schreibt hier gerade auch. Sprechen Sie sich ab, oder übernehmen Sie.`
      : "";
  }

  function newBox() {
    const box = document.createElement("div");
    box.className = "presence";
    box.setAttribute("role", "status");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Übernehmen";
    button.addEventListener("click", () => {
      button.hidden = true;
      ping("take");
    });
    box.append(document.createElement("p"), button);
    const form = document.querySelector("#content-main");
    (form || document.body).prepend(box);
    return box;
  }

  if (isEditing && window.self === window.top) {
    window.addEventListener("load", () => {
      ping();
      setInterval(ping, SECONDS * 1000);
    });
  }
})();
