// Choosing a stretch of a timeline: drag over its columns, or move the two handles with the arrow keys. Set by the script over `charts.columns`.
export function brush(plot, rows, { since, until }, choose) {
  const n = rows.length;
  const has = Boolean(since || until);
  let first = has ? rows.findIndex((r) => !since || r[1] >= since) : 0;
  let last = has ? rows.findLastIndex((r) => !until || r[0] <= `${until}~`) : n - 1;
  if (first < 0) first = n - 1;
  last = Math.max(first, last);
  const layer = document.createElement("div");
  layer.className = `brush${has ? " has" : ""}`;
  const shade = [0, 1].map(() => layer.appendChild(Object.assign(document.createElement("div"), { className: "shade" })));
  const handles = ["From", "Until"].map((words, i) => {
    const el = document.createElement("div");
    el.className = "handle";
    el.tabIndex = 0;
    if (i === 0) el.dataset.key = "w";
    for (const [k, v] of Object.entries({ role: "slider", "aria-label": words, "aria-valuemin": 0, "aria-valuemax": n - 1 })) el.setAttribute(k, v);
    return layer.appendChild(el);
  });
  plot.append(layer);

  const show = () => {
    const a = 100 * first / n, b = 100 * (last + 1) / n;
    shade[0].style.left = "0"; shade[0].style.width = `${a}%`;
    shade[1].style.left = `${b}%`; shade[1].style.width = `${100 - b}%`;
    [[a, first], [b, last]].forEach(([at, i], h) => {
      handles[h].style.left = `${at}%`;
      handles[h].setAttribute("aria-valuenow", i);
      handles[h].setAttribute("aria-valuetext", h === 0 ? rows[i][0] : rows[i][1]);
    });
  };
  const done = () => choose(first === 0 && last === n - 1 ? [null, null] : [rows[first][0], rows[last][1]]);
  const cell = (e) => { const b = plot.getBoundingClientRect(); return Math.min(n - 1, Math.max(0, Math.floor((e.clientX - b.left) / b.width * n))); };

  let from = null, which = -1, timer = 0;
  plot.addEventListener("pointerdown", (e) => {
    if (e.button > 0) return;
    which = handles.indexOf(e.target);
    from = { x: e.clientX, cell: cell(e), far: false, id: e.pointerId, kept: [first, last] };
  });
  plot.addEventListener("pointermove", (e) => {
    if (!from || e.pointerId !== from.id) return;
    if (!from.far && Math.abs(e.clientX - from.x) < 4) return;
    if (!from.far) { from.far = true; plot.setPointerCapture(e.pointerId); }
    const now = cell(e);
    if (which === 0) first = Math.min(now, last);
    else if (which === 1) last = Math.max(now, first);
    else [first, last] = [Math.min(from.cell, now), Math.max(from.cell, now)];
    layer.classList.add("has");
    show();
    e.preventDefault();
  });
  const up = (e) => {
    if (!from) return;
    const { far, kept } = from;
    from = null;
    if (!far) return;
    if (e.type === "pointercancel") { [first, last] = kept; show(); return; }
    // the click that follows a drag is not a click on a column
    plot.addEventListener("click", (c) => { c.preventDefault(); c.stopPropagation(); }, { capture: true, once: true });
    setTimeout(done);
  };
  plot.addEventListener("pointerup", up);
  plot.addEventListener("pointercancel", up);
  plot.addEventListener("dragstart", (e) => e.preventDefault());
  handles.forEach((el, h) => {
    el.addEventListener("click", () => el.focus());
    el.addEventListener("keydown", (e) => {
      const far = Math.max(1, Math.round(n / 10));
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -far, PageUp: far, Home: -n, End: n }[e.key];
      if (by === undefined) return;
      if (h === 0) first = Math.min(last, Math.max(0, first + by));
      else last = Math.max(first, Math.min(n - 1, last + by));
      layer.classList.add("has");
      show();
      clearTimeout(timer);
      timer = setTimeout(done, 450);  // after the last of several keys
      e.preventDefault();
      e.stopPropagation();
    });
  });
  show();
  return { focus: (h) => handles[h]?.focus(), focused: () => handles.indexOf(document.activeElement) };
}
