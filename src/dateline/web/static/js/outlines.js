// Reads outlines.tsv and provinces.tsv: arcs as letters, shapes as rings of arcs. Points are longitude, latitude in degrees, flat in one Float32Array for each ring.
const UNITS = 100;

function arc(letters) {
  const out = [];
  let x = 0, y = 0, value = 0, shift = 0, odd = false;
  for (let i = 0; i < letters.length; i++) {
    const bits = letters.charCodeAt(i) - 63;
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits < 32) {
      const step = value & 1 ? ~(value >> 1) : value >> 1;
      if (odd) { y += step; out.push(x / UNITS, y / UNITS); } else x += step;
      odd = !odd;
      value = shift = 0;
    }
  }
  return Float32Array.from(out);
}

function joined(parts, arcs) {
  const out = [];
  for (const part of parts) {
    const back = part.startsWith("~");
    const line = arcs[Number(back ? part.slice(1) : part)];
    for (let i = out.length ? 2 : 0; i < line.length; i += 2) {
      const at = back ? line.length - 2 - i : i;
      out.push(line[at], line[at + 1]);
    }
  }
  // over the date line a ring goes on past 180; one round a pole is closed along the pole
  for (let i = 2; i < out.length; i += 2) out[i] += 360 * Math.round((out[i - 2] - out[i]) / 360);
  const round = out[out.length - 2] - out[0];
  if (Math.abs(round) > 180) out.push(out[out.length - 2], -90, out[0], -90);
  return Float32Array.from(out);
}

function boxOf(rings) {
  let w = 540, s = 90, e = -540, n = -90;
  for (const ring of rings) for (let i = 0; i < ring.length; i += 2) {
    w = Math.min(w, ring[i]); e = Math.max(e, ring[i]); s = Math.min(s, ring[i + 1]); n = Math.max(n, ring[i + 1]);
  }
  return [s, w, n, e];
}

// {shapes: [{code, number, name, also, land, rings, boxes, box}], lines: [{points, box, border}]}: `border` says that a line is a country's, not only a province's
export async function outlines(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const arcs = [], shapes = [], owners = [];
  for (const row of (await answer.text()).split("\n")) {
    const [kind, ...cells] = row.split("\t");
    if (kind === "A") { arcs.push(arc(cells[0])); owners.push([]); }
    else if (kind === "C" || kind === "P") {
      const [code, number, name, parts, also = ""] = kind === "C" ? [cells[0], null, cells[1], cells[2]] : [cells[0], Number(cells[1]) || null, cells[2], cells[3], cells[4]];
      const rings = parts.split(";").map((r) => r.split(","));
      for (const r of rings) for (const a of r) owners[Number(a.replace("~", ""))]?.push(code);
      const points = rings.map((r) => joined(r, arcs));
      shapes.push({ code, number, name, also: also.split("|"), land: kind === "C", rings: points, boxes: points.map((r) => boxOf([r])), box: boxOf(points) });
    }
  }
  const lines = arcs.map((points, i) => ({ points, box: boxOf([points]), border: owners[i].length < 2 || owners[i][0] !== owners[i][1] }));
  return { shapes, lines };
}

export const meets = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

export function inside(rings, x, y) {
  let odd = false;
  for (const r of rings) for (let i = 0, j = r.length - 2; i < r.length; j = i, i += 2) {
    if (r[i + 1] > y !== r[j + 1] > y && x < ((r[j] - r[i]) * (y - r[i + 1])) / (r[j + 1] - r[i + 1]) + r[i]) odd = !odd;
  }
  return odd;
}
