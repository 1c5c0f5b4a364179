// A button behind a text that is meant to be copied whole. Without script it stands there to select.
for (const text of document.querySelectorAll(".facts .citable, .cite .citable")) {
  const button = document.createElement("button");
  const status = document.createElement("span");
  button.type = "button";
  button.className = "citation__button";
  button.textContent = text.dataset.copy ?? "Text kopieren";
  status.role = "status";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent.trim());
    status.textContent = "Kopiert";
  });
  if (navigator.clipboard) text.after(button, status);
}
