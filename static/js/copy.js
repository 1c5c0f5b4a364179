// A button behind each text, link or field that is meant to be copied; `data-copy` is its label.
// Screen readers hear what came of it. Without script the text stands there to copy by hand.
for (const source of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  const status = document.createElement("span");
  button.type = "button";
  button.className = source.dataset.copyClass ?? "citation__button";
  button.textContent = source.dataset.copy;
  status.role = "status";
  button.addEventListener("click", async () => {
    const text = source.value ?? source.href ?? source.textContent.trim();
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = "Kopiert";
    } catch {
      status.textContent = "Der Browser lässt das nicht zu. Bitte von Hand kopieren.";
    }
  });
  if (navigator.clipboard) source.after(button, status);
}
