// A button below a link that is shown this once. Without script it stands there to copy by hand.
const field = document.getElementById("new-link");
const button = document.createElement("button");
const status = document.createElement("span");
button.type = "button";
button.className = "button";
button.textContent = "Link kopieren";
status.role = "status";
button.addEventListener("click", async () => {
  await navigator.clipboard.writeText(field.value);
  status.textContent = " Kopiert";
});
if (navigator.clipboard) field.after(button, status);
