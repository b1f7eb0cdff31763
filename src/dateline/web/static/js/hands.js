// Hands on a map: mouse and touch (one finger moves, two zoom, Shift or the tool draws a box), the wheel, keys, the tools above it.
import { clamp } from "./degrees.js";
import { words } from "./marks.js";

export function listen(view) {
  const host = view.host;
  const at = (e) => { const b = host.getBoundingClientRect(); return [e.clientX - b.left, e.clientY - b.top]; };
  const control = (e) => e.target.closest(".map-tools");
  host.addEventListener("pointerdown", (e) => {
    if (control(e) || e.button > 0) return;
    const [x, y] = at(e);
    view.pointers.set(e.pointerId, { x, y });
    host.setPointerCapture(e.pointerId);
    if (view.pointers.size === 1) view.start = { x, y, far: false, mark: e.target.closest(".mark-of")?.cluster, box: view.boxing || e.shiftKey };
    else view.start = null;
    view.tip.hidden = true;
  });
  host.addEventListener("pointermove", (e) => {
    const [x, y] = at(e), held = view.pointers.get(e.pointerId);
    if (!held) { hover(view, e, x, y); return; }
    if (view.pointers.size === 2) {
      const [a, b] = [...view.pointers.values()], before = Math.hypot(a.x - b.x, a.y - b.y), mx = (a.x + b.x) / 2, my = (a.y + b.y) / 2;
      held.x = x; held.y = y;
      view.pan((a.x + b.x) / 2 - mx, (a.y + b.y) / 2 - my);
      if (before > 8) view.zoom(Math.hypot(a.x - b.x, a.y - b.y) / before, (a.x + b.x) / 2, (a.y + b.y) / 2);
      return;
    }
    const from = view.start;
    if (!from) { held.x = x; held.y = y; return; }
    from.far ||= Math.hypot(x - from.x, y - from.y) > 4;
    if (from.box) {
      view.band.hidden = !from.far;
      Object.assign(view.band.style, { left: `${Math.min(x, from.x)}px`, top: `${Math.min(y, from.y)}px`, width: `${Math.abs(x - from.x)}px`, height: `${Math.abs(y - from.y)}px` });
    } else if (from.far) view.pan(x - held.x, y - held.y);
    held.x = x; held.y = y;
  });
  const up = (e) => {
    const held = view.pointers.get(e.pointerId), from = view.start;
    if (!held) return;
    view.pointers.delete(e.pointerId);
    view.band.hidden = true;
    view.start = null;
    if (e.type === "pointercancel" || !from) return;
    if (from.box && from.far) {
      view.setBoxing(false);
      const round = (v) => Math.round(v * 100) / 100, [a, b] = [from, held];
      view.on.box([clamp(round(view.lat(Math.max(a.y, b.y))), -90, 90), clamp(round(view.lon(Math.min(a.x, b.x))), -180, 180), clamp(round(view.lat(Math.min(a.y, b.y))), -90, 90), clamp(round(view.lon(Math.max(a.x, b.x))), -180, 180)]);
    } else if (!from.far && from.mark) { view.at = view.clusters.indexOf(from.mark); view.open(from.mark); view.draw(); }
    else if (!from.far && !from.box) { const land = view.landAt(held.x, held.y); if (land) view.on.land(land); }
  };
  host.addEventListener("pointerup", up);
  host.addEventListener("pointercancel", up);
  host.addEventListener("pointerleave", () => { view.tip.hidden = true; });
  host.addEventListener("click", (e) => { if (e.detail === 0 && e.target === host) host.focus(); });
  host.addEventListener("wheel", (e) => {
    if (!e.ctrlKey && !host.contains(document.activeElement)) return;  // the page scrolls until the map was touched
    e.preventDefault();
    view.zoom(Math.exp(-clamp(e.deltaY, -200, 200) * (e.ctrlKey ? 0.008 : 0.0025)), ...at(e));
  }, { passive: false });
  host.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || control(e)) return;
    const step = e.shiftKey ? 240 : 80;
    const done = {
      ArrowLeft: () => view.pan(step, 0), ArrowRight: () => view.pan(-step, 0), ArrowUp: () => view.pan(0, step), ArrowDown: () => view.pan(0, -step),
      "+": () => view.zoom(1.6), "=": () => view.zoom(1.6), "-": () => view.zoom(1 / 1.6), 0: () => view.fit(view.spots),
      ".": () => view.step(1), ",": () => view.step(-1), Enter: () => { const c = view.clusters[view.at]; if (c) view.open(c); },
      c: () => { const land = view.landAt(view.w / 2, view.h / 2); if (land) view.on.land(land); else view.on.say("No land in the middle of the map."); },
      v: () => view.useView(), b: () => view.setBoxing(!view.boxing), Escape: () => view.setBoxing(false),
    }[e.key];
    if (!done) return;
    done();
    e.preventDefault();
    e.stopPropagation();
  });
  host.addEventListener("click", (e) => {
    const what = e.target.closest("[data-do]")?.dataset.do;
    if (what === "closer") view.zoom(1.6);
    else if (what === "farther") view.zoom(1 / 1.6);
    else if (what === "all") view.fit(view.spots);
    else if (what === "box") view.setBoxing(!view.boxing);
    else if (what === "view") view.useView();
  });
}

function hover(view, e, x, y) {
  if (e.target.closest(".map-tools")) { view.tip.hidden = true; return; }
  const c = e.target.closest(".mark-of")?.cluster;
  const land = c ? null : view.landAt(x, y);
  view.host.classList.toggle("over", Boolean(c || (land && !view.boxing)));
  view.tip.hidden = !c && !land;
  if (c) view.tip.textContent = words(view, c);
  else if (land) view.tip.textContent = view.on.landWords(land);
  view.tip.style.left = `${clamp(x + 14, 4, Math.max(4, view.w - view.tip.offsetWidth - 6))}px`;
  view.tip.style.top = `${y + 18 + view.tip.offsetHeight > view.h ? y - 12 - view.tip.offsetHeight : y + 18}px`;
}
