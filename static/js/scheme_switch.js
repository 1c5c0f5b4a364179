// Light, dark or as the system says. Stores nothing until somebody chooses, and forgets it with "wie im System".
const KEY = "darstellung";
const root = document.documentElement;

for (const choice of document.querySelectorAll(".scheme-switch")) {
  choice.hidden = false;
  choice.querySelector(`[value="${root.dataset.scheme ?? ""}"]`).checked = true;
  choice.addEventListener("change", ({ target }) => {
    if (target.value) root.dataset.scheme = target.value;
    else delete root.dataset.scheme;
    try {
      if (target.value) localStorage.setItem(KEY, target.value);
      else localStorage.removeItem(KEY);
    } catch {
      // A browser that keeps nothing: the choice holds for this page.
    }
  });
}
