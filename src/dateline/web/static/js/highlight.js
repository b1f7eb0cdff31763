// Facts and their words. Words carry data-f="e1 a2": the facts they stand for, the first the one that gave the colour. A fact in a list carries
// data-f with all facts that light up with it, and its own in data-fact where that is one alone; then only its own words light it.
const ids = (el) => el.dataset.f.split(" ").filter(Boolean);

export function link(root = document) {
  const lit = new Set();
  const clear = () => { for (const el of lit) el.classList.remove("lit"); lit.clear(); };
  const light = (source) => {
    clear();
    const wanted = new Set(source.classList.contains("h") ? ids(source).slice(0, 1) : ids(source));
    for (const el of root.querySelectorAll("[data-f]")) {
      const mine = el.dataset.fact ? [el.dataset.fact] : ids(el);
      const names = source.dataset.fact && el.dataset.fact ? [source.dataset.fact] : [...wanted];
      if (mine.some((f) => names.includes(f))) { el.classList.add("lit"); lit.add(el); }
    }
  };
  const of = (e) => e.target.closest?.("[data-f]");
  root.addEventListener("pointerover", (e) => { const el = of(e); if (el) light(el); });
  root.addEventListener("pointerout", (e) => { if (of(e)) clear(); });
  root.addEventListener("focusin", (e) => { const el = of(e); if (el) light(el); });
  root.addEventListener("focusout", clear);
  return { light, clear };
}
