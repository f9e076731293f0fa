// A file may be dropped where it could be chosen; a form shows that its file is on the way.
document.addEventListener("dragover", (event) => {
  const place = event.target.closest("[data-drop]");
  if (!place) return;
  event.preventDefault();
  place.classList.add("drop-over");
});
document.addEventListener("dragleave", (event) => {
  event.target.closest?.("[data-drop]")?.classList.remove("drop-over");
});
document.addEventListener("drop", (event) => {
  const place = event.target.closest("[data-drop]");
  if (!place || !event.dataTransfer.files.length) return;
  event.preventDefault();
  place.classList.remove("drop-over");
  place.querySelector("input[type=file]").files = event.dataTransfer.files;
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-takes-files]");
  if (!form) return;
  form.classList.add("htmx-request");
  form.setAttribute("aria-busy", "true");
});
