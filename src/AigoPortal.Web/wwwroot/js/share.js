// Buttons that need script are shown only when it runs: print, and share or copy the address.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

for (const button of document.querySelectorAll('[data-share]')) {
  if (!navigator.share && !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const page = { title: document.title, url: location.href };
    try {
      if (navigator.share) {
        await navigator.share(page);
      } else {
        await navigator.clipboard.writeText(page.url);
        button.textContent = button.dataset.done;
      }
    } catch {
      // Whoever closes the sheet shares nothing.
    }
  });
}
