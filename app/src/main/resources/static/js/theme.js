// Applies the chosen appearance before the first paint; "auto" follows the system.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const wanted = root.dataset.theme;
    root.dataset.bsTheme = wanted === "dark" || (wanted === "auto" && dark.matches) ? "dark" : "light";
  };
  dark.addEventListener("change", apply);
  apply();
})();
