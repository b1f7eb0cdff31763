import { link } from "../js/highlight.js";

link();
const text = document.querySelector("[data-text]");
for (const box of document.querySelectorAll("[data-layer]")) {
  const apply = () => text.classList.toggle(`no-${box.dataset.layer}`, !box.checked);
  box.addEventListener("change", apply);
  apply(); // a browser may keep a box as it was left
}
