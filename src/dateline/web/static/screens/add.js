// Files dropped anywhere on the page are chosen; what is too large is said before it is sent.
const form = document.querySelector("[data-files]");
const drop = form.querySelector("[data-drop]");
const input = form.querySelector("input[type=file]");
const chosen = form.querySelector("[data-chosen]");
const button = form.querySelector("button.primary");
const spoken = (n) => (n < 1048576 ? `${Math.max(1, Math.round(n / 1024))} kB` : `${(n / 1048576).toFixed(1)} MB`);

function list() {
  const files = [...input.files];
  const all = files.reduce((n, f) => n + f.size, 0);
  const items = files.slice(0, 8).map((f) => line(f.name, spoken(f.size)));
  if (files.length > 8) items.push(line(`and ${files.length - 8} more`, ""));
  const most = Number(form.dataset.most), largest = Number(form.dataset.largest);
  const wrong = all > largest ? `together ${spoken(all)}: too large, ${spoken(largest)} at most` : files.length > most ? `${files.length} files: ${most} at most, or one zip` : "";
  if (wrong) { const li = line(wrong, ""); li.className = "too-large"; items.push(li); }
  chosen.replaceChildren(...items);
  button.disabled = Boolean(wrong);
  button.textContent = files.length > 1 ? `Add ${files.length} files` : files.length ? "Add the file" : "Add the files";
}
function line(text, size) {
  const li = document.createElement("li"), name = document.createElement("bdi"), n = document.createElement("span");
  name.textContent = text; n.textContent = size; n.className = "soft";
  li.append(name, n);
  return li;
}
input.addEventListener("change", list);
const files = (e) => e.dataTransfer?.types.includes("Files");
document.addEventListener("dragover", (e) => { if (files(e)) { e.preventDefault(); drop.classList.add("over"); } });
document.addEventListener("dragleave", (e) => { if (!e.relatedTarget) drop.classList.remove("over"); });
document.addEventListener("drop", (e) => {
  if (!files(e)) return;
  e.preventDefault();
  drop.classList.remove("over");
  input.files = e.dataTransfer.files;
  list();
  button.focus();
});
list();
