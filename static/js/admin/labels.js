// Names for what Django's admin leaves unnamed: search, suggestion fields, cells and the first
// column of inlines.

function labelOf(select) {
  const label = document.querySelector(`label[for="${select.id}"]`);
  return label ? label.textContent.replace(":", "").trim() : "Auswahl";
}

function nameSuggestions(container) {
  const select = container.previousElementSibling;
  if (!select?.id) {
    return;
  }
  const parts = container.querySelectorAll(
    '[role="combobox"], [role="textbox"], [role="searchbox"]',
  );
  for (const part of parts) {
    part.removeAttribute("aria-labelledby");
    part.setAttribute("aria-label", labelOf(select));
  }
}

function nameFirstColumn(header) {
  const text = document.createElement("span");
  text.className = "visually-hidden";
  text.textContent = "Eintrag";
  header.append(text);
}

function nameCell(cell) {
  const heading = cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
  for (const field of cell.querySelectorAll("input, select, textarea")) {
    if (!field.labels?.length) {
      field.ariaLabel ??= heading.textContent.trim();
    }
  }
}

function nameAll() {
  document.querySelectorAll(".select2-container").forEach(nameSuggestions);
  document.querySelectorAll("th.original:empty").forEach(nameFirstColumn);
  document.querySelectorAll(".tabular .form-row > td:not(.original)").forEach(nameCell);
}

window.addEventListener("load", () => {
  document.getElementById("searchbar")?.setAttribute("aria-label", "In dieser Liste suchen");
  nameAll();
  new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
});
