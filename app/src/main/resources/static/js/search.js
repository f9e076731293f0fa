// The search box of every page: "/" or Ctrl+K opens it, arrows choose, Enter goes there, Escape closes.
(() => {
  const box = document.getElementById("search-box");
  if (!box) return;
  const form = box.querySelector("form");
  const field = document.getElementById("search-q");
  const results = document.getElementById("search-results");
  const options = () => [...results.querySelectorAll("[role=option]")];
  const chosen = () => results.querySelector("[aria-selected=true]");
  const isWriting = (target) => target.closest("input, textarea, select, [contenteditable=true]");

  const choose = (option) => {
    options().forEach((other) => other.setAttribute("aria-selected", String(other === option)));
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  };
  const open = () => {
    if (!box.open) box.showModal();
    field.select();
    htmx.trigger(form, "opened");
  };
  const answered = () => {
    const answer = results.querySelector("[data-answers]");
    return answer !== null && answer.dataset.answers === field.value.trim();
  };

  document.addEventListener("keydown", (event) => {
    const byLetter = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k";
    const bySlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
    if (!byLetter && !bySlash) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-opens-search]")) {
      event.preventDefault();
      open();
    } else if (event.target === box || event.target.closest("[data-closes-search]")) {
      box.close();
    }
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = options();
    const at = all.indexOf(chosen());
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (all.length > 0) choose(all[(at + step + all.length) % all.length]);
    } else if (event.key === "Enter" && answered() && chosen()) {
      event.preventDefault();
      chosen().click();
    }
  });
  results.addEventListener("htmx:afterSwap", () => {
    const all = options();
    field.setAttribute("aria-expanded", String(all.length > 0));
    choose(all[0]);
  });
  // Going to an account is remembered for the next time the box opens.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-found]");
    if (!link) return;
    const headers = JSON.parse(document.body.getAttribute("hx-headers"));
    fetch("/search/recent", {
      method: "POST",
      keepalive: true,
      headers,
      body: new URLSearchParams({ code: link.dataset.found }),
    });
  });
})();
