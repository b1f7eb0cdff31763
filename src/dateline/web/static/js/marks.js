// Marks on a map: rings of quads with their number, broken where only an area is known; what lies too near becomes one mark.
import { QUADS, clamp, coarse, told } from "./degrees.js";

const SVG = "http://www.w3.org/2000/svg";
const NEAR = 30;  // pixels within which marks become one
const WORDS = [false, true, true, false, true];  // verbal quads are drawn thin or hollow

const svg = (name, attributes) => { const el = document.createElementNS(SVG, name); for (const [k, v] of Object.entries(attributes)) el.setAttribute(k, v); return el; };

export function cluster(view) {
  const cells = new Map(), out = [];
  for (const s of view.spots) {
    if (s.lat === null) continue;
    const x = view.x(s.lon), y = view.y(s.lat);
    if (x < -40 || y < -40 || x > view.w + 40 || y > view.h + 40) continue;
    const gx = Math.round(x / NEAR), gy = Math.round(y / NEAR);
    let home = null;
    for (let i = -1; i <= 1 && !home; i++) for (let j = -1; j <= 1 && !home; j++) home = (cells.get(`${gx + i},${gy + j}`) ?? []).find((q) => Math.hypot(q.x - x, q.y - y) < NEAR) ?? null;
    if (!home) {
      home = { x, y, lon: s.lon, lat: s.lat, spots: [], counts: [0, 0, 0, 0, 0], total: 0, rough: true };
      out.push(home);
      const cell = `${gx},${gy}`;
      cells.set(cell, [...(cells.get(cell) ?? []), home]);
    }
    home.spots.push(s);
    home.total += s.total;
    home.rough = home.rough && coarse(s);
    s.counts.forEach((n, i) => { home.counts[i] += n; });
  }
  return out.sort((a, b) => b.total - a.total);
}

export function carry(view) {
  for (const g of view.marks.children) {
    const { lon, lat } = g.cluster;
    g.setAttribute("transform", `translate(${view.x(lon).toFixed(1)} ${view.y(lat).toFixed(1)})`);
  }
}

export function place(view) {
  const kept = view.at >= 0 ? view.clusters[view.at]?.spots[0].place : null;
  view.clusters = cluster(view);
  view.at = kept ? view.clusters.findIndex((c) => c.spots.some((s) => s.place === kept)) : -1;
  const all = document.createDocumentFragment();
  // the largest last, so that it lies on top
  for (const c of [...view.clusters].reverse()) all.append(mark(view, c));
  view.marks.replaceChildren(all);
}

function mark(view, c) {
  const g = svg("g", { transform: `translate(${c.x.toFixed(1)} ${c.y.toFixed(1)})`, class: `mark-of${c.rough ? " rough" : ""}${view.clusters[view.at] === c ? " at" : ""}` });
  g.cluster = c;
  const top = c.counts.indexOf(Math.max(...c.counts));
  if (c.total === 1 && !c.rough) {
    g.append(svg("circle", { r: 11, class: "grip" }), glyph(top, 6));
    return g;
  }
  const r = clamp(8.5 + 3.2 * Math.log2(c.total) / 1.6, 9, 24);
  g.append(svg("circle", { r: r + 3, class: "halo" }));
  let from = -Math.PI / 2;
  c.counts.forEach((n, i) => {
    if (!n) return;
    const to = from + 2 * Math.PI * n / c.total, thick = WORDS[i] ? 1.7 : 4;
    if (n === c.total) g.append(svg("circle", { r: r - thick / 2 + 1, class: `arc ${QUADS[i]}`, "stroke-width": thick }));
    else {
      const q = r - thick / 2 + 1, p = (a) => `${(q * Math.cos(a)).toFixed(2)} ${(q * Math.sin(a)).toFixed(2)}`;
      g.append(svg("path", { d: `M${p(from)}A${q} ${q} 0 ${to - from > Math.PI ? 1 : 0} 1 ${p(to)}`, class: `arc ${QUADS[i]}`, "stroke-width": thick }));
    }
    from = to;
  });
  const number = svg("text", { class: "number", y: "0.36em" });
  number.textContent = c.total > 9999 ? `${Math.round(c.total / 1000)}k` : c.total;
  g.append(number);
  const sign = glyph(top, 3.6);
  sign.setAttribute("transform", `translate(${(r * 0.78).toFixed(1)} ${(-r * 0.78).toFixed(1)})`);
  g.append(sign);
  return g;
}

export function words(view, c) {
  const name = c.spots.length === 1 ? c.spots[0].name : `${c.spots.length} places: ${c.spots.slice(0, 3).map((s) => s.name).join(", ")}${c.spots.length > 3 ? " …" : ""}`;
  const how = c.spots.length === 1 ? view.on.known(c.spots[0].precision) : c.rough ? "known only to areas" : "";
  return `${name}${how ? ` (${how})` : ""}: ${told(c.counts)}`;
}

function glyph(quad, r) {
  const g = svg("g", { class: `glyph ${QUADS[quad]}` });
  g.append(quad < 2 ? svg("path", { d: `M0 ${-r * 1.25}L${r * 1.25} 0L0 ${r * 1.25}L${-r * 1.25} 0Z` }) : svg("circle", { r }));
  return g;
}
