// Checks the page in view for barriers that an editor can have made, and leads to each place
// (spec G16). axe-core comes only when the button is pressed; what the templates do is tested
// elsewhere, so only rules about content run.

(() => {
  const BUTTON = ".page-check-start";
  const REGION = "main";
  // The toolbar's, and what templates write themselves: the address to copy, the citation.
  const NOT_WRITTEN = ".cms, [role=menubar], .page-check, .share-line, .citation, .cite";
  const OURS = "bare-url vague-link table-without-head file-name-as-alt bold-heading".split(" ");
  // What is wrong, and what to do; the key is axe's rule or one of ours.
  const WORDS = {
    "empty-heading": ["Leere Überschrift", "Schreiben Sie etwas hinein, oder löschen Sie sie."],
    "heading-order": [
      "Überschrift überspringt eine Ebene",
      "Nach Überschrift 2 kommt 3, nicht 4. Wählen Sie die nächste Ebene.",
    ],
    "image-alt": [
      "Bild ohne Alternativtext",
      "Beschreiben Sie es, oder kreuzen Sie „schmückend“ an.",
    ],
    "image-redundant-alt": [
      "Alternativtext wiederholt den Text daneben",
      "Kürzen Sie einen von beiden.",
    ],
    "link-name": ["Link ohne Text", "Schreiben Sie, wohin er führt, oder löschen Sie ihn."],
    "link-in-text-block": ["Link ist im Text nicht zu erkennen", "Sagen Sie der Technik Bescheid."],
    "color-contrast": [
      "Schrift hebt sich zu wenig ab",
      "Nehmen Sie mitgebrachte Farben heraus („Formatierung entfernen“), oder sagen Sie der Technik Bescheid.",
    ],
    "empty-table-header": [
      "Leere Kopfzelle einer Tabelle",
      "Schreiben Sie hinein, was darunter steht.",
    ],
    "td-headers-attr": ["Tabelle mit falschen Bezügen", "Legen Sie die Tabelle neu an."],
    "td-has-header": ["Große Tabelle ohne Kopfzellen", "Machen Sie die erste Zeile zur Kopfzeile."],
    "th-has-data-cells": ["Kopfzelle ohne Zellen", "Prüfen Sie, ob die Tabelle vollständig ist."],
    "scope-attr-valid": ["Kopfzelle mit falscher Richtung", "Legen Sie die Kopfzeile neu an."],
    list: ["Kaputte Liste", "Legen Sie die Liste mit dem Knopf im Editor neu an."],
    listitem: ["Listenpunkt ohne Liste", "Legen Sie die Liste mit dem Knopf im Editor neu an."],
    "valid-lang": ["Unbekannte Sprache", "Sprachangabe im Text berichtigen."],
    "video-caption": ["Film ohne Untertitel", "Laden Sie Untertitel bei der Aufzeichnung hoch."],
    "frame-title": ["Eingebettete Seite ohne Namen", "Sagen Sie der Technik Bescheid."],
    "bare-url": ["Adresse als Linktext", "Schreiben Sie, was dort zu finden ist."],
    "vague-link": ["Linktext sagt nicht, wohin", "Statt „hier“ oder „mehr“: das Ziel nennen."],
    "table-without-head": ["Tabelle ohne Kopfzeile", "Machen Sie die erste Zeile zur Kopfzeile."],
    "file-name-as-alt": ["Dateiname als Alternativtext", "Beschreiben Sie, was zu sehen ist."],
    "bold-heading": ["Fetter Absatz statt Überschrift", "Wählen Sie im Editor eine Überschrift."],
  };

  // --- Our own rules: what axe does not look for ---

  function text(node) {
    return node.textContent.replace(/\s+/g, " ").trim();
  }

  function all(region, selector, isWrong) {
    const isOurs = (node) => node.closest(NOT_WRITTEN);
    return [...region.querySelectorAll(selector)].filter((node) => !isOurs(node) && isWrong(node));
  }

  function isOnlyBold(paragraph) {
    const [first, ...rest] = [...paragraph.childNodes].filter((node) => node.textContent.trim());
    const isShort = text(paragraph).length < 80 && !/[.!?:]$/.test(text(paragraph));
    return Boolean(first?.matches?.("strong, b")) && !rest.length && isShort;
  }

  const FINDERS = {
    "bare-url": (region) =>
      all(region, "a[href]", (a) => /^(https?:\/\/|www\.)\S+$/i.test(text(a))),
    "vague-link": (region) =>
      all(region, "a[href]", (a) =>
        /^(hier|hier klicken|klick(en sie)? hier|mehr|weiter|weiterlesen|link|dort)\.?$/i.test(
          text(a),
        ),
      ),
    "table-without-head": (region) => all(region, "table", (table) => !table.querySelector("th")),
    "file-name-as-alt": (region) =>
      all(region, "img[alt]", (img) => /\.(jpe?g|png|gif|webp|avif|svg)$/i.test(img.alt)),
    "bold-heading": (region) => all(region, "p", isOnlyBold),
  };

  // --- Looking ---

  function load(url) {
    return new Promise((resolve, reject) => {
      if (window.axe) {
        resolve();
        return;
      }
      const script = document.createElement("script");
      script.src = url;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }

  // Behind a page lies water, a gradient; axe judges no contrast on it. Text on paper is what counts.
  async function onPlainPaper(region, action) {
    const grounds = [];
    for (let ground = region; ground; ground = ground.parentElement) {
      grounds.push(ground);
    }
    const images = grounds.map((ground) => ground.style.backgroundImage);
    for (const ground of grounds) {
      ground.style.backgroundImage = "none";
    }
    try {
      return await action();
    } finally {
      grounds.forEach((ground, index) => {
        ground.style.backgroundImage = images[index];
      });
    }
  }

  async function findings(region) {
    const values = Object.keys(WORDS).filter((rule) => !OURS.includes(rule));
    const { violations } = await onPlainPaper(region, () =>
      window.axe.run(
        { include: [region], exclude: [[".cms"], ["[role=menubar]"], [".page-check"]] },
        { runOnly: { type: "rule", values }, resultTypes: ["violations"] },
      ),
    );
    const byAxe = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => ({ id, node: document.querySelector(node.target.at(-1)) })),
    );
    const byUs = OURS.flatMap((id) => FINDERS[id](region).map((node) => ({ id, node })));
    return [...byAxe, ...byUs].filter(({ node }) => node).sort(inOrder);
  }

  function inOrder(one, other) {
    const isLater = one.node.compareDocumentPosition(other.node) & Node.DOCUMENT_POSITION_PRECEDING;
    return isLater ? 1 : -1;
  }

  // --- Showing ---

  function element(name, className, words = "") {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = words;
    return made;
  }

  function show(node) {
    for (const marked of document.querySelectorAll(".page-check-place")) {
      marked.classList.remove("page-check-place");
    }
    node.classList.add("page-check-place");
    node.scrollIntoView({ block: "start" });
    if (!node.matches("a[href], button, input")) {
      node.tabIndex = -1;
    }
    node.focus({ preventScroll: true });
  }

  function line({ id, node }) {
    const [what, remedy] = WORDS[id];
    const item = element("li", "page-check__item");
    const go = element("button", "page-check__go", "Zeigen");
    go.type = "button";
    const place = text(node).slice(0, 60) || node.getAttribute("src")?.split("/").pop() || "";
    go.setAttribute("aria-label", `Zeigen: ${what} ${place}`);
    go.addEventListener("click", () => show(node));
    item.append(element("strong", "", what), element("span", "page-check__place", place));
    item.append(element("span", "", remedy), go);
    return item;
  }

  function panel() {
    document.querySelector(".page-check")?.remove();
    const made = element("section", "page-check");
    made.setAttribute("aria-label", "Barrierefreiheit");
    const close = element("button", "page-check__close", "Schließen");
    close.type = "button";
    close.addEventListener("click", () => made.remove());
    const status = element("p", "page-check__status", "Wird geprüft …");
    status.setAttribute("role", "status");
    made.append(element("h2", "page-check__title", "Barrierefreiheit"), close, status);
    document.body.append(made);
    return made;
  }

  function summary(count) {
    const seen = count === 1 ? "1 Stelle gefunden." : `${count} Stellen gefunden.`;
    const rest =
      "Kein Programm prüft: Passt jeder Alternativtext? Ist der Text leicht zu verstehen?";
    return count ? seen : `Nichts gefunden. ${rest}`;
  }

  async function check(url) {
    const made = panel();
    const status = made.querySelector("[role=status]");
    try {
      await load(url);
      const found = await findings(document.querySelector(REGION));
      const list = element("ol", "page-check__list");
      list.append(...found.map(line));
      made.append(list);
      status.textContent = summary(found.length);
    } catch {
      status.textContent = "Die Prüfung ließ sich nicht laden. Bitte laden Sie die Seite neu.";
    }
  }

  document.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest?.(BUTTON);
      if (button) {
        event.preventDefault();
        event.stopPropagation();
        check(button.href);
      }
    },
    true,
  );
})();
