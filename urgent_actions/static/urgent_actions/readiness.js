// Keeps “Ready to publish?” true while Wagtail saves the draft by itself. Without it the panel is as old as the page.
document.addEventListener('w-autosave:success', async () => {
  const panel = document.querySelector('[data-readiness-url]');
  if (!panel) return;
  const response = await fetch(panel.dataset.readinessUrl, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  if (response.ok) panel.innerHTML = await response.text();
});

// Wagtail scrolls to a field on arrival only; here the editor is on the page already.
document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-readiness-field]');
  if (!link) return;
  const field = document.querySelector(`[data-contentpath="${link.dataset.readinessField}"]`)
    || document.getElementById(`id_${link.dataset.readinessField}-FORMS`);
  if (!field) return;
  event.preventDefault();
  for (let panel = field.closest('.w-panel'); panel; panel = panel.parentElement.closest('.w-panel')) {
    const toggle = panel.querySelector('[data-panel-toggle]');
    if (toggle?.getAttribute('aria-expanded') === 'false') toggle.click();
  }
  const section = field.closest('.w-panel') || field;
  section.scrollIntoView({ block: 'start' });
  const input = field.querySelector('input:not([type=hidden]), textarea, select, [contenteditable=true], button');
  if (input) input.focus({ preventScroll: true });
});
