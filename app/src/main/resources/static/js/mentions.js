// A note: after @ people and after # accounts to choose from. Without this, what was typed is understood when it is saved.
(() => {
  const PAUSE = 200;
  const OPEN = /(?:^|[^A-Za-z0-9._-])([@#＠＃])([^@#＠＃\n]{1,40})$/;
  document.querySelectorAll("textarea[data-mentions]").forEach((field) => {
    const offers = document.getElementById(field.dataset.mentions);
    let typing;
    let asked = "";
    const options = () => [...offers.querySelectorAll("[role=option]")];
    const chosen = () => offers.querySelector("[aria-selected=true]");
    const begun = () => OPEN.exec(field.value.slice(0, field.selectionStart));
    const close = () => {
      clearTimeout(typing);
      offers.hidden = true;
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
      const found = begun();
      if (found) {
        const end = field.selectionStart;
        const start = end - found[2].length;
        field.setRangeText(option.dataset.found + " ", start, end, "end");
      }
      close();
      field.focus();
    };
    const ask = async () => {
      const found = begun();
      if (!found || found[2].trim() === "") return close();
      const wanted = found[2].trim();
      asked = wanted;
      const people = "@＠".includes(found[1]);
      const answer = await fetch((people ? "/activities/names?q=" : "/search/results?q=") + encodeURIComponent(wanted));
      if (!answer.ok || answer.redirected || asked !== wanted) return;
      offers.replaceChildren(document.createRange().createContextualFragment(await answer.text()));
      offers.hidden = options().length === 0;
    };
    field.addEventListener("input", () => {
      close();
      if (begun()) typing = setTimeout(ask, PAUSE);
    });
    field.addEventListener("keydown", (event) => {
      if (offers.hidden || event.isComposing) return;
      const all = options();
      const at = all.indexOf(chosen());
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark(all[(at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length]);
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
    field.addEventListener("blur", () => setTimeout(() => { if (!offers.contains(document.activeElement)) close(); }, PAUSE));
  });
})();
