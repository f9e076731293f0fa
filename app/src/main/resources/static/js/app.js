// Small behaviours of every page: the menu on a phone, and forms that send themselves when a choice changes.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-toggles]");
  if (!button) return;
  const target = document.getElementById(button.dataset.toggles);
  const open = target.classList.toggle("show");
  button.setAttribute("aria-expanded", String(open));
});
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-sends-itself]");
  if (form) form.requestSubmit();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-prints]")) window.print();
});
// Before anybody has chosen a time zone, that of the browser is proposed.
document.querySelectorAll("select[data-guess='timeZone']").forEach((select) => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...select.options].some((option) => option.value === zone)) select.value = zone;
});
// A period ends after it begins; the sentence stands beside the field before anything is sent.
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-turned]");
  if (!form) return;
  const { from, to } = form.elements;
  to.setCustomValidity(from.value && to.value && from.value > to.value ? form.dataset.turned : "");
});
// A row of tabs that is wider than the phone opens at the one that is shown.
document.querySelectorAll(".tabs [aria-current='page'], .tabs [aria-selected='true']").forEach((tab) => {
  const row = tab.closest(".tabs");
  row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
});
