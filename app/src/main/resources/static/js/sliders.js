// A slider beside a number field moves with it; without this script the field alone does the same.
(() => {
  document.querySelectorAll("input[data-slides]").forEach((slider) => {
    const field = document.getElementById(slider.dataset.slides);
    slider.hidden = false;
    slider.addEventListener("input", () => { field.value = slider.value; });
    slider.addEventListener("change", () => { field.form.requestSubmit(); });
    field.addEventListener("input", () => { slider.value = field.value; });
  });
})();
