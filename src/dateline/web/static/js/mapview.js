// A map on a canvas, with marks as SVG above it. Plate carrée, true to scale at the middle of the view, so that a box of degrees is a rectangle.
// Mouse, touch (one finger moves, two zoom), wheel and keys. What is known only to an area is drawn as that area or as a broken ring, never as a point.
import { inside, meets, outlines } from "./outlines.js";

const QUADS = ["mc", "vc", "vo", "mo", "un"];
const NAMES = ["material conflict", "verbal conflict", "verbal cooperation", "material cooperation", "of no kind"];
const WORDS = [false, true, true, false, true];  // verbal quads are drawn thin or hollow
const RINGS = { district: 30, province: 100, region: 250, country: 0 };  // km
const PROVINCES_FROM = 16;  // pixels for a degree: closer than this, provinces are drawn
const NEAR = 30;  // pixels within which marks become one
const CLOSEST = 1500;
const TURNS = [-360, 0, 360];  // what lies over the date line is drawn at both ends
const SVG = "http://www.w3.org/2000/svg";

const span = (b) => (b[2] - b[0]) * (b[3] - b[1]);
// the middle of a ring (its centroid) and how wide it is there, in degrees
function middle(i, s) {
  const r = s.rings[i];
  let a = 0, x = 0, y = 0;
  for (let j = 0, p = r.length - 2; j < r.length; p = j, j += 2) {
    const f = r[p] * r[j + 1] - r[j] * r[p + 1];
    a += f; x += (r[p] + r[j]) * f; y += (r[p + 1] + r[j + 1]) * f;
  }
  [x, y] = a ? [x / (3 * a), y / (3 * a)] : [(s.boxes[i][1] + s.boxes[i][3]) / 2, (s.boxes[i][0] + s.boxes[i][2]) / 2];
  const cuts = [];
  for (let j = 0, p = r.length - 2; j < r.length; p = j, j += 2) if (r[p + 1] > y !== r[j + 1] > y) cuts.push(r[p] + (y - r[p + 1]) / (r[j + 1] - r[p + 1]) * (r[j] - r[p]));
  cuts.sort((m, n) => m - n);
  let best = [x, 0];
  for (let j = 0; j + 1 < cuts.length; j += 2) if (cuts[j + 1] - cuts[j] > best[1]) best = [(cuts[j] + cuts[j + 1]) / 2, cuts[j + 1] - cuts[j]];
  return [best[0], y, best[1]];
}

export const coarse = (spot) => spot.precision in RINGS;
const svg = (name, attributes) => { const el = document.createElementNS(SVG, name); for (const [k, v] of Object.entries(attributes)) el.setAttribute(k, v); return el; };
const around = (box, view) => TURNS.some((t) => meets([box[0], box[1] + t, box[2], box[3] + t], view));
const clamp = (x, a, b) => Math.min(b, Math.max(a, x));

export function spotsOf(rows) {
  return rows.map(([place, name, precision, country, number, lat, lon, ...counts]) =>
    ({ place, name, precision, country, number, lat, lon, counts, total: counts.reduce((a, b) => a + b, 0) }));
}

export const told = (counts) => counts.map((n, i) => (n ? `${n} ${NAMES[i]}` : "")).filter(Boolean).join(", ");

export class MapView {
  // `on`: open(spots), land({code, province}), box([s, w, n, e]), say(words)
  constructor(host, on) {
    this.host = host;
    this.on = on;
    this.canvas = host.querySelector("canvas");
    this.marks = host.querySelector(".marks");
    this.band = host.querySelector(".band");
    this.tip = host.querySelector(".tip");
    this.cx = 15; this.cy = 15; this.s = 2;
    this.spots = []; this.chosen = new Set(); this.box = null; this.place = null; this.clusters = []; this.at = -1; this.boxing = false;
    this.pointers = new Map();
    new ResizeObserver(() => this.resized()).observe(host);
    new MutationObserver(() => this.themed()).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.themed());
    this.listen();
  }

  async load(addresses) {
    this.addresses = addresses;
    this.world = await outlines(addresses.outlines);
    this.lands = new Map();
    for (const s of this.world.shapes) this.lands.set(s.code, [...(this.lands.get(s.code) ?? []), s]);
    this.draw();
  }

  async fine() {
    if (this.asked) return;
    this.asked = true;
    try {
      this.provinces = await outlines(this.addresses.provinces);
      this.byNumber = new Map(this.provinces.shapes.filter((p) => p.number).map((p) => [p.number, p]));
      this.byName = new Map(this.provinces.shapes.flatMap((p) => [p.name, ...p.also].map((name) => [`${p.code} ${name}`, p])));
      this.draw();
    } catch { this.asked = false; }
  }

  show({ spots, countries, place, box }) {
    this.spots = spots; this.chosen = new Set(countries); this.place = place; this.box = box; this.at = -1;
    if (spots.some((s) => s.precision === "province")) this.fine();
    this.draw();
  }

  // --- the view
  get k() { const near = clamp((this.s - 3) / 12, 0, 1); return Math.cos(clamp(this.cy, -75, 75) * near * Math.PI / 180); }
  x(lon) { return this.w / 2 + (lon - this.cx) * this.s * this.k; }
  y(lat) { return this.h / 2 - (lat - this.cy) * this.s; }
  lon(x) { return this.cx + (x - this.w / 2) / (this.s * this.k); }
  lat(y) { return this.cy - (y - this.h / 2) / this.s; }
  view() { return [clamp(this.lat(this.h), -90, 90), clamp(this.lon(0), -180, 180), clamp(this.lat(0), -90, 90), clamp(this.lon(this.w), -180, 180)]; }
  least() { return Math.max(this.w / 362, this.h / 230); }

  resized() {
    const { width, height } = this.host.getBoundingClientRect();
    if (!width || (width === this.w && height === this.h)) return;
    const first = !this.w;
    this.w = width; this.h = height;
    const ratio = this.ratio = Math.min(3, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(width * ratio); this.canvas.height = Math.round(height * ratio);
    this.marks.setAttribute("viewBox", `0 0 ${width} ${height}`);
    if (first && this.waiting) this.fit(this.waiting);
    this.moved();
  }

  moved() {
    this.s = clamp(this.s, this.least(), CLOSEST);
    const tall = this.h / this.s / 2, wide = this.w / (this.s * this.k) / 2;
    this.cy = tall >= 80 ? 14 : clamp(this.cy, -90 + tall * 0.9, 88 - tall * 0.9);
    this.cx = wide >= 180 ? 0 : clamp(this.cx, -185 + wide, 185 - wide);
    if (this.s >= PROVINCES_FROM) this.fine();
    // while the map moves, marks go along and names wait: a full drawing takes several times as long
    this.moving = Boolean(this.clusters.length);
    clearTimeout(this.still);
    this.still = setTimeout(() => { this.moving = false; this.draw(); }, 110);
    this.draw();
  }

  zoom(by, x = this.w / 2, y = this.h / 2) {
    const lon = this.lon(x), lat = this.lat(y);
    this.s = clamp(this.s * by, this.least(), CLOSEST);
    this.cy = lat + (y - this.h / 2) / this.s;
    this.cx = lon - (x - this.w / 2) / (this.s * this.k);
    this.moved();
  }

  pan(dx, dy) {
    this.cx -= dx / (this.s * this.k);
    this.cy += dy / this.s;
    this.moved();
  }

  // so that all of `spots` is in view; countries by their outline
  fit(spots, margin = 48) {
    if (!this.w) { this.waiting = spots; return; }
    let s = 90, w = 180, n = -90, e = -180;
    const take = (b) => { s = Math.min(s, b[0]); w = Math.min(w, b[1]); n = Math.max(n, b[2]); e = Math.max(e, b[3]); };
    for (const spot of spots) {
      if (spot.precision === "region") continue;
      const area = this.area(spot);
      if (area) { const big = area.boxes.reduce((a, b) => ((b[2] - b[0]) * (b[3] - b[1]) > (a[2] - a[0]) * (a[3] - a[1]) ? b : a)); take(big); }
      else if (spot.lat !== null) take([spot.lat - 0.6, spot.lon - 0.6, spot.lat + 0.6, spot.lon + 0.6]);
    }
    if (s > n) { this.s = this.least(); this.cx = 0; this.cy = 14; this.moved(); return; }
    this.cy = (s + n) / 2; this.cx = (w + e) / 2;
    const wide = Math.max(60, this.w - 2 * margin), tall = Math.max(60, this.h - 2 * margin);
    this.s = clamp(tall / Math.max(0.5, n - s), this.least(), 120);
    for (let i = 0; i < 3; i++) this.s = clamp(Math.min(tall / Math.max(0.5, n - s), wide / (Math.max(0.5, e - w) * this.k)), this.least(), 120);
    this.moved();
  }

  area(spot) {
    if (spot.precision === "province") return this.byNumber?.get(spot.number) ?? this.byName?.get(`${spot.country} ${spot.name}`);
    if (spot.precision !== "country") return undefined;
    const all = this.lands?.get(spot.country);
    return all && (all.length === 1 ? all[0] : { rings: all.flatMap((a) => a.rings), boxes: all.flatMap((a) => a.boxes), box: all[0].box });
  }

  // --- drawing
  draw() {
    if (this.due || !this.w) return;
    this.due = requestAnimationFrame(() => { this.due = 0; this.paint(); });
  }

  themed() { this.colours = null; this.draw(); }

  colour(name) {
    if (!this.colours) {
      const probe = this.host.appendChild(document.createElement("i"));
      probe.hidden = true;
      this.colours = {};
      for (const n of ["sea", "land", "coast", "province", "name", "accent", ...QUADS]) { probe.className = `c-${n}`; this.colours[n] = getComputedStyle(probe).color; }
      probe.remove();
    }
    return this.colours[name];
  }

  path(c, points, close, turn = 0) {
    let px = NaN, py = NaN;
    for (let i = 0; i < points.length; i += 2) {
      const x = this.x(points[i] + turn), y = this.y(points[i + 1]);
      if (i === 0 || Math.abs(points[i] - points[i - 2]) > 180) c.moveTo(x, y);
      else if (Math.abs(x - px) + Math.abs(y - py) < 0.7 && i < points.length - 2) continue;
      else c.lineTo(x, y);
      px = x; py = y;
    }
    if (close) c.closePath();
  }

  shape(c, area, view) {
    c.beginPath();
    area.rings.forEach((r, i) => {
      const b = area.boxes[i];
      for (const turn of TURNS) if (meets([b[0], b[1] + turn, b[2], b[3] + turn], view)) this.path(c, r, true, turn);
    });
  }

  paint() {
    if (!this.world) return;
    const c = this.canvas.getContext("2d"), view = this.view(), close = this.s >= PROVINCES_FROM && this.provinces;
    c.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    c.fillStyle = this.colour("sea");
    c.fillRect(0, 0, this.w, this.h);
    c.lineJoin = "round";
    const source = close ? this.provinces : this.world;
    c.fillStyle = this.colour("land");
    for (const s of source.shapes) if (around(s.box, view)) { this.shape(c, s, view); c.fill(); }
    this.washes(c, view);
    for (const border of close ? [false, true] : [true]) {
      c.beginPath();
      for (const l of source.lines) if ((l.border || !close) === border && meets(l.box, view)) this.path(c, l.points, false);
      c.strokeStyle = this.colour(border ? "coast" : "province");
      c.lineWidth = border ? (close ? 1.1 : 0.7) : 0.6;
      c.stroke();
    }
    if (!this.moving) this.names(c, close ? [...this.world.shapes, ...(this.s > 34 ? this.provinces.shapes : [])] : this.world.shapes, view);
    this.frames(c, view);
    if (this.moving) this.carryMarks();
    else this.placeMarks();
    this.scale();
  }

  // areas that events are known to, and rings where an area has no outline
  washes(c, view) {
    const most = Math.max(1, ...this.spots.filter(coarse).map((s) => s.total));
    const order = { country: 0, region: 1, province: 2, district: 3 };
    for (const s of this.spots.filter(coarse).sort((a, b) => order[a.precision] - order[b.precision])) {
      const quad = QUADS[s.counts.indexOf(Math.max(...s.counts))], area = this.area(s);
      c.fillStyle = c.strokeStyle = this.colour(quad);
      c.setLineDash([5, 4]);
      c.lineWidth = 1.2;
      if (area) {
        if (!around(area.box, view)) continue;
        this.shape(c, area, view);
        c.globalAlpha = 0.08 + 0.2 * Math.log1p(s.total) / Math.log1p(most);
        c.fill("evenodd");
        c.globalAlpha = s.precision === "country" ? 0 : 0.75;
        c.stroke();
      } else if (s.lat !== null && RINGS[s.precision]) {
        c.beginPath();
        c.ellipse(this.x(s.lon), this.y(s.lat), Math.max(14, this.reach(s) * this.k / Math.cos(clamp(s.lat, -80, 80) * Math.PI / 180)), Math.max(14, this.reach(s)), 0, 0, 7);
        c.globalAlpha = 0.1; c.fill(); c.globalAlpha = 0.8; c.stroke();
      }
      c.globalAlpha = 1;
      c.setLineDash([]);
    }
  }

  // names of countries and, closer, of provinces, where there is room within them
  names(c, shapes, view) {
    const taken = [];
    c.textAlign = "center"; c.textBaseline = "middle"; c.lineJoin = "round";
    for (const s of shapes) {
      if (!around(s.box, view)) continue;
      s.middle ??= middle(s.rings.reduce((a, r, i) => (span(s.boxes[i]) > span(s.boxes[a]) ? i : a), 0), s);
      const land = s.land, [lon, lat, wide] = s.middle, room = wide * this.s * this.k;
      if (room < 34) continue;
      const size = land ? clamp(room / 22, 10.5, 15) : 10.5;
      c.font = `${land ? 600 : 400} ${size}px ${this.font ??= getComputedStyle(this.host).fontFamily}`;
      const words = land ? s.name.toUpperCase() : s.name, x = this.x(lon), y = this.y(lat);
      if (land) c.letterSpacing = "1px";
      const long = (s.long ??= c.measureText(words).width / size) * size;
      const at = [y - size / 2, x - long / 2, y + size / 2, x + long / 2];
      if (long < room * 1.05 && !taken.some((t) => meets(t, at))) {
        taken.push(at);
        c.strokeStyle = this.colour("land"); c.globalAlpha = 0.8; c.lineWidth = 3; c.strokeText(words, x, y);
        c.globalAlpha = 1; c.fillStyle = this.colour("name"); c.fillText(words, x, y);
      }
      c.letterSpacing = "0px";
    }
  }

  reach(s) { return RINGS[s.precision] / 111 * this.s; }

  // what the filter chose: countries, a province, a box
  frames(c, view) {
    c.strokeStyle = this.colour("accent");
    c.lineWidth = 2.2;
    for (const code of this.chosen) for (const land of this.lands.get(code) ?? []) if (around(land.box, view) && !(this.s >= PROVINCES_FROM && this.provinces)) { this.shape(c, land, view); c.stroke(); }
    if (this.place && this.provinces) {
      for (const p of this.provinces.shapes) if ((p.name === this.place || this.spots.some((s) => s.place === this.place && s.number === p.number)) && (!this.chosen.size || this.chosen.has(p.code))) { this.shape(c, p, view); c.stroke(); }
    }
    if (this.box) {
      const [s, w, n, e] = this.box;
      c.setLineDash([7, 4]);
      for (const [a, b] of w <= e ? [[w, e]] : [[w, 180], [-180, e]]) c.strokeRect(this.x(a), this.y(n), (b - a) * this.s * this.k, (n - s) * this.s);
      c.setLineDash([]);
    }
  }

  cluster() {
    const cells = new Map(), out = [];
    for (const s of this.spots) {
      if (s.lat === null) continue;
      const x = this.x(s.lon), y = this.y(s.lat);
      if (x < -40 || y < -40 || x > this.w + 40 || y > this.h + 40) continue;
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

  carryMarks() {
    for (const g of this.marks.children) {
      const { lon, lat } = g.cluster;
      g.setAttribute("transform", `translate(${this.x(lon).toFixed(1)} ${this.y(lat).toFixed(1)})`);
    }
  }

  placeMarks() {
    const kept = this.at >= 0 ? this.clusters[this.at]?.spots[0].place : null;
    this.clusters = this.cluster();
    this.at = kept ? this.clusters.findIndex((c) => c.spots.some((s) => s.place === kept)) : -1;
    const all = document.createDocumentFragment();
    // the largest last, so that it lies on top
    for (const c of [...this.clusters].reverse()) all.append(this.mark(c));
    this.marks.replaceChildren(all);
  }

  mark(c) {
    const g = svg("g", { transform: `translate(${c.x.toFixed(1)} ${c.y.toFixed(1)})`, class: `mark-of${c.rough ? " rough" : ""}${this.clusters[this.at] === c ? " at" : ""}` });
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

  words(c) {
    const name = c.spots.length === 1 ? c.spots[0].name : `${c.spots.length} places: ${c.spots.slice(0, 3).map((s) => s.name).join(", ")}${c.spots.length > 3 ? " …" : ""}`;
    const how = c.spots.length === 1 ? this.on.known(c.spots[0].precision) : c.rough ? "known only to areas" : "";
    return `${name}${how ? ` (${how})` : ""}: ${told(c.counts)}`;
  }

  scale() {
    const bar = this.host.querySelector(".scale"), per = 111.2 / this.s;  // km for a pixel
    const km = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((v) => v / per > 50) ?? 5000;
    bar.style.width = `${(km / per).toFixed(0)}px`;
    bar.firstElementChild.textContent = `${km.toLocaleString("en")} km`;
  }

  // --- what is at a point
  landAt(x, y) {
    const lon = this.lon(x), lat = this.lat(y);
    const here = (s) => lat >= s.box[0] && lat <= s.box[2] && TURNS.some((t) => lon + t >= s.box[1] && lon + t <= s.box[3] && inside(s.rings, lon + t, lat));
    const province = this.s >= PROVINCES_FROM ? this.provinces?.shapes.find(here) : null;
    const land = this.world?.shapes.filter(here).at(-1);
    const code = province?.code || land?.code;
    return code ? { code, name: this.lands.get(code)?.[0].name ?? code, province: province?.number ? province : null } : null;
  }

  step(by) {
    if (!this.clusters.length) return;
    this.at = (this.at + by + this.clusters.length) % this.clusters.length;
    const c = this.clusters[this.at];
    this.on.say(`${this.words(c)}. Mark ${this.at + 1} of ${this.clusters.length}.`);
    this.draw();
  }

  open(c) {
    // a heap of places opens by going closer, as long as that parts them
    if (c.spots.length > 1 && this.s < CLOSEST / 4) {
      const lats = c.spots.map((s) => s.lat), lons = c.spots.map((s) => s.lon);
      const far = Math.max(Math.max(...lats) - Math.min(...lats), (Math.max(...lons) - Math.min(...lons)) * this.k);
      if (far > 0.02) {
        this.cy = (Math.max(...lats) + Math.min(...lats)) / 2; this.cx = (Math.max(...lons) + Math.min(...lons)) / 2;
        this.s = clamp(Math.min(this.w, this.h) * 0.6 / far, this.s * 1.8, CLOSEST / 2);
        this.moved();
      }
    }
    this.on.open(c.spots);
  }

  // --- hands
  listen() {
    const host = this.host;
    const at = (e) => { const b = host.getBoundingClientRect(); return [e.clientX - b.left, e.clientY - b.top]; };
    const control = (e) => e.target.closest(".map-tools");
    host.addEventListener("pointerdown", (e) => {
      if (control(e) || e.button > 0) return;
      const [x, y] = at(e);
      this.pointers.set(e.pointerId, { x, y });
      host.setPointerCapture(e.pointerId);
      if (this.pointers.size === 1) this.start = { x, y, far: false, mark: e.target.closest(".mark-of")?.cluster, box: this.boxing || e.shiftKey };
      else this.start = null;
      this.tip.hidden = true;
    });
    host.addEventListener("pointermove", (e) => {
      const [x, y] = at(e), held = this.pointers.get(e.pointerId);
      if (!held) { this.hover(e, x, y); return; }
      if (this.pointers.size === 2) {
        const [a, b] = [...this.pointers.values()], before = Math.hypot(a.x - b.x, a.y - b.y), mx = (a.x + b.x) / 2, my = (a.y + b.y) / 2;
        held.x = x; held.y = y;
        this.pan((a.x + b.x) / 2 - mx, (a.y + b.y) / 2 - my);
        if (before > 8) this.zoom(Math.hypot(a.x - b.x, a.y - b.y) / before, (a.x + b.x) / 2, (a.y + b.y) / 2);
        return;
      }
      const from = this.start;
      if (!from) { held.x = x; held.y = y; return; }
      from.far ||= Math.hypot(x - from.x, y - from.y) > 4;
      if (from.box) {
        this.band.hidden = !from.far;
        Object.assign(this.band.style, { left: `${Math.min(x, from.x)}px`, top: `${Math.min(y, from.y)}px`, width: `${Math.abs(x - from.x)}px`, height: `${Math.abs(y - from.y)}px` });
      } else if (from.far) this.pan(x - held.x, y - held.y);
      held.x = x; held.y = y;
    });
    const up = (e) => {
      const held = this.pointers.get(e.pointerId), from = this.start;
      if (!held) return;
      this.pointers.delete(e.pointerId);
      this.band.hidden = true;
      this.start = null;
      if (e.type === "pointercancel" || !from) return;
      if (from.box && from.far) {
        this.setBoxing(false);
        const round = (v) => Math.round(v * 100) / 100, [a, b] = [from, held];
        this.on.box([clamp(round(this.lat(Math.max(a.y, b.y))), -90, 90), clamp(round(this.lon(Math.min(a.x, b.x))), -180, 180), clamp(round(this.lat(Math.min(a.y, b.y))), -90, 90), clamp(round(this.lon(Math.max(a.x, b.x))), -180, 180)]);
      } else if (!from.far && from.mark) { this.at = this.clusters.indexOf(from.mark); this.open(from.mark); this.draw(); }
      else if (!from.far && !from.box) { const land = this.landAt(held.x, held.y); if (land) this.on.land(land); }
    };
    host.addEventListener("pointerup", up);
    host.addEventListener("pointercancel", up);
    host.addEventListener("pointerleave", () => { this.tip.hidden = true; });
    host.addEventListener("click", (e) => { if (e.detail === 0 && e.target === host) host.focus(); });
    host.addEventListener("wheel", (e) => {
      if (!e.ctrlKey && !host.contains(document.activeElement)) return;  // the page scrolls until the map was touched
      e.preventDefault();
      this.zoom(Math.exp(-clamp(e.deltaY, -200, 200) * (e.ctrlKey ? 0.008 : 0.0025)), ...at(e));
    }, { passive: false });
    host.addEventListener("keydown", (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey || control(e)) return;
      const step = e.shiftKey ? 240 : 80;
      const done = {
        ArrowLeft: () => this.pan(step, 0), ArrowRight: () => this.pan(-step, 0), ArrowUp: () => this.pan(0, step), ArrowDown: () => this.pan(0, -step),
        "+": () => this.zoom(1.6), "=": () => this.zoom(1.6), "-": () => this.zoom(1 / 1.6), 0: () => this.fit(this.spots),
        ".": () => this.step(1), ",": () => this.step(-1), Enter: () => { const c = this.clusters[this.at]; if (c) this.open(c); },
        c: () => { const land = this.landAt(this.w / 2, this.h / 2); if (land) this.on.land(land); else this.on.say("No land in the middle of the map."); },
        v: () => this.useView(), b: () => this.setBoxing(!this.boxing), Escape: () => this.setBoxing(false),
      }[e.key];
      if (!done) return;
      done();
      e.preventDefault();
      e.stopPropagation();
    });
    host.addEventListener("click", (e) => {
      const what = e.target.closest("[data-do]")?.dataset.do;
      if (what === "closer") this.zoom(1.6);
      else if (what === "farther") this.zoom(1 / 1.6);
      else if (what === "all") this.fit(this.spots);
      else if (what === "box") this.setBoxing(!this.boxing);
      else if (what === "view") this.useView();
    });
  }

  useView() { this.on.box(this.view().map((v) => Math.round(v * 100) / 100)); }

  setBoxing(on) {
    this.boxing = on;
    this.host.classList.toggle("boxing", on);
    this.host.querySelector('[data-do="box"]')?.setAttribute("aria-pressed", String(on));
    if (on) this.on.say("Drag a box on the map.");
  }

  hover(e, x, y) {
    if (e.target.closest(".map-tools")) { this.tip.hidden = true; return; }
    const c = e.target.closest(".mark-of")?.cluster;
    const land = c ? null : this.landAt(x, y);
    this.host.classList.toggle("over", Boolean(c || (land && !this.boxing)));
    this.tip.hidden = !c && !land;
    if (c) this.tip.textContent = this.words(c);
    else if (land) this.tip.textContent = this.on.landWords(land);
    this.tip.style.left = `${clamp(x + 14, 4, Math.max(4, this.w - this.tip.offsetWidth - 6))}px`;
    this.tip.style.top = `${y + 18 + this.tip.offsetHeight > this.h ? y - 12 - this.tip.offsetHeight : y + 18}px`;
  }
}

export function glyph(quad, r) {
  const g = svg("g", { class: `glyph ${QUADS[quad]}` });
  g.append(quad < 2 ? svg("path", { d: `M0 ${-r * 1.25}L${r * 1.25} 0L0 ${r * 1.25}L${-r * 1.25} 0Z` }) : svg("circle", { r }));
  return g;
}
