// What a reader sees and reaches. The browser tests put this into a page as `reader`.
window.reader = (() => {
  const CONTROLS =
    'a[href], button, summary, input:not([type="hidden"]), select, textarea, [tabindex="0"]';
  const RING = 6; // px around a control: distance and width of the focus ring
  const NEAR = 3; // px of it that must be in sight
  const LINE = 44; // px of a tall field that must be in sight
  const TARGET = 24; // px, WCAG 2.5.8

  const isSeen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // Tab stops once in a group of choices: at what is chosen.
  const isStop = (element) => element.type !== "radio" || element.checked;
  const controls = () =>
    [...document.querySelectorAll(CONTROLS)].filter((each) => isSeen(each) && isStop(each));
  const name = (element) => {
    const text = (element.innerText || element.name || "").trim().replace(/\s+/g, " ");
    const same = [...document.querySelectorAll(element.localName)];
    return `${element.localName} ${same.indexOf(element)} ${text.slice(0, 50)}`;
  };

  // --- Keyboard ---------------------------------------------------------------------

  const holds = (outer, inner, margin) =>
    inner.left - margin >= outer.left - 0.5 &&
    inner.top - margin >= outer.top - 0.5 &&
    inner.right + margin <= outer.right + 0.5 &&
    inner.bottom + margin <= outer.bottom + 0.5;

  const isInWindow = (box) =>
    holds({ left: 0, top: 0, right: innerWidth, bottom: innerHeight }, box, NEAR);

  const isCovered = (element, box) => {
    const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return !top || !element.contains(top);
  };

  // Ancestors that hide what stands out also hide the ring around a control.
  const isCut = (element, box) => {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      const style = getComputedStyle(outer);
      const hides = style.overflowX !== "visible" || style.overflowY !== "visible";
      if (hides && !holds(outer.getBoundingClientRect(), box, RING)) return true;
    }
    return false;
  };

  // The control that has the focus, and what is wrong with its place; null outside of the page.
  const focused = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { left, right, top, bottom } = element.getClientRects()[0];
    const box = { left, right, top, bottom: Math.min(bottom, top + LINE) };
    const faults = [
      !isInWindow(box) && "outside of the window",
      isCovered(element, box) && "covered",
      isCut(element, box) && "ring cut off",
    ];
    return { name: name(element), faults: faults.filter(Boolean) };
  };

  // What the keys lead to from now on: each time one is let go, the page has scrolled.
  const stops = [];
  const follow = () => {
    stops.length = 0;
    addEventListener("keyup", note);
  };
  // A film's own controls are several stops on one element, as many as the browser has.
  const note = () => document.activeElement?.matches("video, audio") || stops.push(focused());

  // As the page was when it came: nothing restyled, no focus, at its top.
  const reset = () => {
    restyle("");
    const root = document.documentElement;
    root.tabIndex = -1;
    root.focus();
    root.removeAttribute("tabindex");
    scrollTo(0, 0);
  };

  // --- Focus ring -------------------------------------------------------------------

  const luminance = (colour) => {
    const parts = colour.match(/[\d.]+/g).map(Number);
    const [red, green, blue] = parts
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const groundBehind = (element) => {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      const { backgroundColor } = getComputedStyle(outer);
      if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };

  // Controls whose ring is thinner than 2 px or not three times as bright or dark as its ground.
  const weakRings = () =>
    controls().flatMap((element) => {
      element.focus({ preventScroll: true, focusVisible: true });
      const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(element);
      const width = outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
      const ratio = contrast(outlineColor, groundBehind(element));
      return width < 2 || ratio < 3 ? [`${name(element)}: ${width} px, ${ratio.toFixed(1)}:1`] : [];
    });

  // --- Room -------------------------------------------------------------------------

  const sideways = () => document.documentElement.scrollWidth - innerWidth;

  const ownTexts = (element) =>
    [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

  const boxOf = (node) => {
    const range = document.createRange();
    range.selectNode(node);
    return range.getBoundingClientRect();
  };

  // Whether an ancestor or the window hides a part of the box; what scrolls hides nothing.
  const isHidden = (element, box) => {
    for (let outer = element; outer; outer = outer.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(outer);
      if (["auto", "scroll"].includes(overflowX)) return false;
      const frame = outer.getBoundingClientRect();
      if (overflowX !== "visible" && (box.left < frame.left - 1 || box.right > frame.right + 1))
        return true;
      if (overflowY !== "visible" && (box.top < frame.top - 1 || box.bottom > frame.bottom + 1))
        return true;
    }
    return box.left < 0 || box.right > innerWidth + 1;
  };

  const isHelper = (element) => element.closest(".visually-hidden, .skip-link");

  // Texts that a reader cannot see in full.
  const clipped = () =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => isSeen(element) && !isHelper(element))
      .filter((element) => ownTexts(element).some((node) => isHidden(element, boxOf(node))))
      .map(name);

  // A link inside a sentence may be as low as its line.
  const isInSentence = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    const around = element.closest("p, li, dd, figcaption, h1, h2, h3, h4")?.cloneNode(true);
    for (const control of around?.querySelectorAll(CONTROLS) ?? []) control.remove();
    return /\p{L}/u.test(around?.textContent ?? "");
  };

  // A choice is as large as its label.
  const sizeOf = (element) => (element.closest("label") ?? element).getBoundingClientRect();

  const smallTargets = () =>
    controls().flatMap((element) => {
      const { width, height } = sizeOf(element);
      const isSmall = width < TARGET - 0.01 || height < TARGET - 0.01;
      return isSmall && !isHelper(element) && !isInSentence(element)
        ? [`${name(element)}: ${width.toFixed(1)} × ${height.toFixed(1)} px`]
        : [];
    });

  // Rules on top of all others, without a style attribute or element that the policy forbids.
  const restyle = (rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = rules ? [sheet] : [];
  };

  return {
    clipped,
    controls: () => controls().map(name),
    focused,
    follow,
    reset,
    restyle,
    sideways,
    smallTargets,
    stops,
    weakRings,
  };
})();
