// The accounts list by keyboard, and its selection. Without this file every link and button works all the same.
(() => {
  const table = document.querySelector("[data-list-keys]");
  const help = document.getElementById("list-keys");
  const rows = () => [...table?.tBodies[0].rows ?? []];
  const link = (row) => row?.querySelector(".list-name a");
  const box = (row) => row?.querySelector("input[name=account]");
  const current = () => document.activeElement?.closest?.("[data-list-keys] tbody tr");
  let last = null;

  const move = (by) => {
    const all = rows();
    const at = all.indexOf(current() ?? last);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
    last = next ?? null;
    link(next)?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const follow = (relation) => document.querySelector(`.list-pages a[rel=${relation}]`)?.click();
  const toggle = () => box(current())?.click();
  const edit = () => {
    const chosen = box(current());
    if (!chosen) return;
    if (!rows().some((row) => box(row)?.checked)) chosen.click();
    document.querySelector("[data-list-assign]").requestSubmit();
  };

  const keys = {
    j: () => move(1), k: () => move(-1), n: () => follow("next"), p: () => follow("prev"),
    x: toggle, " ": toggle, e: edit,
    "/": () => document.getElementById("filter-q")?.select(),
    "?": () => help?.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || help?.open) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]")) return;
    if (event.key === " " && (!current() || event.target.closest("input, button, summary"))) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }, true);

  document.querySelectorAll("[data-opens]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
  });

  // One menu is open at a time; Escape and a click beside it close it.
  const closeMenus = (except) => document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (menu !== except) menu.open = false;
  });
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  const form = document.querySelector("[data-list-assign]");
  if (!form) return;
  const all = document.querySelector("[data-checks-all]");
  const count = form.querySelector("[data-list-count]");
  const boxes = () => rows().map(box).filter(Boolean);
  const show = () => {
    const chosen = boxes().filter((one) => one.checked).length;
    count.textContent = chosen ? count.dataset.saysSome.replace("#", chosen) : count.dataset.saysNone;
    form.querySelector("button").disabled = chosen === 0;
    all.checked = chosen > 0 && chosen === boxes().length;
    all.indeterminate = chosen > 0 && chosen < boxes().length;
    rows().forEach((row) => row.classList.toggle("list-chosen", box(row)?.checked === true));
  };
  all.hidden = false;
  all.addEventListener("change", () => { boxes().forEach((one) => { one.checked = all.checked; }); show(); });
  table.addEventListener("change", show);
  window.addEventListener("pageshow", show);
  show();
})();
