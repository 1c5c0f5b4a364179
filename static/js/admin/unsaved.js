// The buttons above a form take their step with what is saved. Whoever has typed since is asked:
// a release without the last words would be worse than a question.
(() => {
  const QUESTION =
    "Sie haben etwas geändert und noch nicht gesichert. Dieser Schritt geschieht ohne Ihre " +
    "Änderung. Trotzdem weiter?";
  let isTyped = false;

  document.addEventListener("input", (event) => {
    isTyped ||= Boolean(event.target.closest("#content-main form[id$=_form]"));
  });
  document.addEventListener("click", (event) => {
    const tool = event.target.closest?.(".object-tools :is(a, button)");
    if (tool && isTyped && !window.confirm(QUESTION)) {
      event.preventDefault();
    }
  });
})();
