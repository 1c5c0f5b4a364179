// A button beside the short link that copies it, and says so to screen readers too.
// Without script the link stands there to copy by hand.
for (const citation of document.querySelectorAll(".citation")) {
  const link = citation.querySelector(".citation__link");
  const button = document.createElement("button");
  const status = document.createElement("span");
  button.type = "button";
  button.className = "citation__button";
  button.textContent = "Link kopieren";
  status.role = "status";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.href);
    status.textContent = "Kopiert";
  });
  if (navigator.clipboard) citation.append(button, status);
}
