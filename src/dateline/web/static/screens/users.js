for (const form of document.querySelectorAll("[data-sure]")) form.addEventListener("submit", (e) => { if (!confirm(form.dataset.sure)) e.preventDefault(); });
