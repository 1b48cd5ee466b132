// Shows the weighted total while scores are typed. Without this file it is shown after saving.
(() => {
  const form = document.getElementById("score-form");
  const total = document.getElementById("total");
  if (!form || !total) {
    return;
  }

  const fields = [...form.querySelectorAll("input[data-weight]")];
  const show = () => {
    const given = fields.map(field => ({ value: field.value.trim(), weight: Number(field.dataset.weight) }));
    const isWhole = given.every(({ value }) => /^\d{1,3}$/.test(value) && Number(value) <= 100);
    total.textContent = isWhole
      ? (given.reduce((sum, { value, weight }) => sum + Number(value) * weight, 0) / 100).toFixed(2)
      : total.dataset.empty;
  };
  form.addEventListener("input", show);
  show();
})();
