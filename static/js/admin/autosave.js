// Keeps in this browser what is typed into a form of the editors until it is saved, and offers it
// on return (spec G22). It never saves anything into a version: that is done by „Sichern“ alone.

(() => {
  const SECONDS = 2;
  const KEPT_DAYS = 7;
  const NEVER =
    /^(csrfmiddlewaretoken|seen|_.*|initial-.*|.*-(TOTAL|INITIAL|M\w+_NUM)_FORMS|.*__prefix__.*)$/;
  const place =
    window.location.pathname +
    (/add-plugin/.test(window.location.pathname) ? window.location.search : "");

  // --- What is kept: in IndexedDB, since browsers write localStorage to the disk once a minute ---

  function inStore(mode, action) {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open("portal-drafts", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("drafts");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const asked = action(opening.result.transaction("drafts", mode).objectStore("drafts"));
        asked.transaction.oncomplete = () => {
          opening.result.close();
          resolve(asked.result);
        };
        asked.transaction.onabort = () => reject(asked.error);
      };
    });
  }

  // The browser may keep nothing, or no more; typing goes on without.
  const read = (key) => inStore("readonly", (drafts) => drafts.get(key)).catch(() => undefined);
  const write = (key, entry) => inStore("readwrite", (all) => all.put(entry, key)).catch(() => {});
  const drop = (key) => inStore("readwrite", (drafts) => drafts.delete(key)).catch(() => {});
  const keys = () => inStore("readonly", (drafts) => drafts.getAllKeys()).catch(() => []);

  async function forget(paths) {
    const gone = (await keys()).filter((key) => paths.some((path) => key.endsWith(`:${path}`)));
    await Promise.all(gone.map(drop));
  }

  async function forgetOld() {
    const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
    for (const key of await keys()) {
      if (!((await read(key))?.at > oldest)) {
        await drop(key);
      }
    }
  }

  // --- A form's fields ---

  function editorOf(field) {
    return window.cms_editor_plugin?._editors?.[field.id];
  }

  function fieldsOf(form) {
    return [...form.elements].filter(
      (field) =>
        field.name &&
        !NEVER.test(field.name) &&
        !/^(file|password|submit|button|image|reset)$/.test(field.type) &&
        !field.matches("fieldset, output, object"),
    );
  }

  function nameOf(field) {
    return /^(checkbox|radio)$/.test(field.type) ? `${field.name}=${field.value}` : field.name;
  }

  function typedIn(field) {
    if (/^(checkbox|radio)$/.test(field.type)) {
      return field.checked;
    }
    if (field.matches("select")) {
      return [...field.selectedOptions].map((option) => [option.value, option.text]);
    }
    return editorOf(field)?.getHTML() ?? field.value;
  }

  function snapshot(form) {
    return Object.fromEntries(fieldsOf(form).map((field) => [nameOf(field), typedIn(field)]));
  }

  // --- Putting it back ---

  function addRows(form, values) {
    for (const total of form.querySelectorAll("[name$=-TOTAL_FORMS]")) {
      const prefix = total.name.slice(0, -"TOTAL_FORMS".length);
      const numbers = Object.keys(values)
        .filter((name) => name.startsWith(prefix))
        .map((name) => Number.parseInt(name.slice(prefix.length), 10) + 1);
      const button = document.querySelector(`#${prefix}group .add-row a`);
      const wanted = Math.max(0, ...numbers.filter(Number.isInteger));
      for (let count = Number(total.value); button && count < wanted; count += 1) {
        button.click();
      }
    }
  }

  function choose(select, options) {
    for (const [value, text] of options) {
      if (![...select.options].some((option) => option.value === value)) {
        select.append(new Option(text, value));
      }
    }
    const values = options.map(([value]) => value);
    for (const option of select.options) {
      option.selected = values.includes(option.value);
    }
  }

  function fill(field, value) {
    const editor = editorOf(field);
    if (editor) {
      editor.commands.setContent(value, { emitUpdate: true });
    } else if (/^(checkbox|radio)$/.test(field.type)) {
      field.checked = value;
    } else if (field.matches("select")) {
      choose(field, value);
    } else {
      field.value = value;
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    window.django?.jQuery?.(field).trigger("change.select2");
  }

  function restore(form, values) {
    addRows(form, values);
    const now = snapshot(form);
    for (const field of fieldsOf(form)) {
      const value = values[nameOf(field)];
      if (value !== undefined && !isSame(value, now[nameOf(field)])) {
        fill(field, value);
      }
    }
  }

  function isSame(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
  }

  // --- The offer ---

  function offer(form, entry, { onRestore, onDrop }) {
    const box = document.createElement("div");
    box.className = "autosave";
    box.setAttribute("role", "status");
    const text = document.createElement("p");
    const moment = new Date(entry.at).toLocaleString("de-DE", {
      dateStyle: "short",
      timeStyle: "short",
    });
    text.textContent = `Nicht gesicherte Eingaben vom ${moment} liegen in diesem Browser.${
      entry.seen === seenIn(form) ? "" : " Der Eintrag wurde seitdem gesichert: vergleichen Sie."
    }`;
    box.append(text, button("Wiederherstellen", onRestore, box), button("Verwerfen", onDrop, box));
    form.prepend(box);
  }

  function button(label, action, box) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", () => {
      action();
      box.remove();
    });
    return made;
  }

  function seenIn(form) {
    return form.elements.seen?.value ?? "";
  }

  // --- Watching a form ---

  async function watch(form, mark) {
    const key = `${mark.dataset.user}:${place}`;
    const found = await read(key);
    const before = snapshot(form);
    let kept = JSON.stringify(before);

    if (found && !isSame({ ...before, ...found.values }, before)) {
      offer(form, found, {
        onRestore: () => restore(form, found.values),
        onDrop: () => drop(key),
      });
    } else if (!document.querySelector(".errornote")) {
      drop(key); // nothing differs, and nothing was refused
    }

    function keep() {
      const values = snapshot(form);
      const text = JSON.stringify(values);
      if (text !== kept) {
        kept = text;
        write(key, { at: Date.now(), seen: seenIn(form), values });
      }
    }
    setInterval(keep, SECONDS * 1000);
    document.addEventListener("visibilitychange", keep);
    window.addEventListener("pagehide", keep);
  }

  window.addEventListener("load", async () => {
    if (document.querySelector("body.cms-close-frame")) {
      forget([place]); // a building block was saved
      return;
    }
    const mark = document.querySelector("#autosave");
    if (!mark) {
      return;
    }
    await forget(mark.dataset.saved.split(" ").filter(Boolean));
    await forgetOld();
    // Editors of rich text and suggestion fields need a moment to stand.
    setTimeout(() => watch(mark.form ?? mark.closest("form"), mark), 800);
  });
})();
