// A field for the code of an account: while somebody types, accounts to choose from, found as the search box finds them.
(() => {
  const PAUSE = 200;
  document.querySelectorAll("input[data-looks-up]").forEach((field) => {
    const offers = document.getElementById(field.dataset.looksUp);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", offers.id);
    let typing;
    let asked = "";
    const options = () => [...offers.querySelectorAll("[role=option]")];
    const chosen = () => offers.querySelector("[aria-selected=true]");
    const show = (open) => {
      offers.hidden = !open;
      field.setAttribute("aria-expanded", String(open));
    };
    const close = () => {
      clearTimeout(typing);
      show(false);
      offers.replaceChildren();
      field.removeAttribute("aria-activedescendant");
      asked = "";
    };
    const mark = (option) => {
      options().forEach((other) => other.setAttribute("aria-selected", String(other === option)));
      if (option) {
        field.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    };
    const take = (option) => {
      field.value = option.dataset.found;
      close();
      field.focus();
    };
    const ask = async () => {
      const wanted = field.value.trim();
      asked = wanted;
      if (wanted === "") return close();
      const answer = await fetch("/search/results?q=" + encodeURIComponent(wanted));
      if (!answer.ok || answer.redirected || asked !== wanted) return;
      offers.replaceChildren(document.createRange().createContextualFragment(await answer.text()));
      show(true);
      mark(options()[0]);
    };
    field.addEventListener("input", () => {
      close();
      typing = setTimeout(ask, PAUSE);
    });
    field.addEventListener("keydown", (event) => {
      if (offers.hidden || event.isComposing) return;
      const all = options();
      const at = all.indexOf(chosen());
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (all.length > 0) mark(all[(at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length]);
      } else if (event.key === "Enter" && chosen()) {
        event.preventDefault();
        take(chosen());
      } else if (event.key === "Escape") {
        close();
      }
    });
    offers.addEventListener("click", (event) => {
      const option = event.target.closest("[data-found]");
      if (!option) return;
      event.preventDefault();
      event.stopPropagation();
      take(option);
    });
    field.addEventListener("blur", (event) => {
      if (!offers.contains(event.relatedTarget)) setTimeout(() => { if (!offers.contains(document.activeElement)) close(); }, PAUSE);
    });
  });
})();
