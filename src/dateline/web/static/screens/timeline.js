// The timeline: a stretch chosen on its columns is the filter's.
import { brush } from "../js/brush.js";

const data = JSON.parse(document.getElementById("when-data").textContent);
const plot = document.querySelector("#spans .plot");
if (plot) {
  brush(plot, data.spans, data, ([since, until]) => {
    const q = new URLSearchParams(location.search);
    q.delete("page");
    for (const [k, v] of Object.entries({ since, until })) { if (v) q.set(k, v); else q.delete(k); }
    location.href = `/timeline${q.size ? `?${q}` : ""}`.replaceAll("%2C", ",");
  });
}
