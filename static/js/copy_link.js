// A button beside the short link that copies it. Without script the link stands there to copy by hand.
for (const citation of document.querySelectorAll(".citation")) {
  const link = citation.querySelector(".citation__link");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "citation__button";
  button.textContent = "Link kopieren";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.href);
    button.textContent = "Kopiert";
  });
  if (navigator.clipboard) citation.append(button);
}
