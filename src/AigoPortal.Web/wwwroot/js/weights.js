// The sum of the weights while they are typed; the portal adds them up itself when they are sent.
for (const group of document.querySelectorAll('[data-weights]')) {
  const sum = group.querySelector('[data-weight-sum]');
  const weights = [...group.querySelectorAll('[data-weight]')];
  group.addEventListener('input', () => {
    sum.textContent = weights.reduce((total, weight) => total + (Number.parseInt(weight.value, 10) || 0), 0);
  });
}
