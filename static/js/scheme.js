// The reader's wish for light or dark, if there is one; loaded before the page is drawn.
try {
  const wish = localStorage.getItem("darstellung");
  if (wish === "light" || wish === "dark") document.documentElement.dataset.scheme = wish;
} catch {
  // A browser that keeps nothing follows the system.
}
