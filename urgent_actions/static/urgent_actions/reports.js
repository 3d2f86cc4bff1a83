// Shows how many letters have been reported by now, names all countries, and lets a report go once. Without it, totals and
// countries stand behind links.
const totals = document.querySelector('[data-totals]');
const form = document.querySelector('[data-report]');

function show(found) {
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  for (const place of totals.querySelectorAll('[data-provenance]')) {
    const letters = found[place.dataset.provenance];
    place.hidden = letters === null;
    place.querySelector('dd').textContent = letters === null ? '' : numbers.format(letters);
  }
  totals.querySelector('[data-elsewhere]').hidden = true;
  // Nothing to report on, and nothing to show.
  totals.closest('.ua-report').hidden = !form && Object.values(found).every((letters) => letters === null);
}

if (totals) {
  fetch(totals.dataset.totals)
    .then((answer) => (answer.ok ? answer.json() : null))
    .then((answer) => answer && show(answer.totals))
    // The link is still there.
    .catch(() => {});
}

const few = document.querySelector('[data-few]');
const all = document.querySelector('.ua-write [name=country]');
if (few && all) {
  const { value } = few;
  few.replaceChildren(...[...all.options].map((option) => option.cloneNode(true)));
  few.value = value;
  few.nextElementSibling.hidden = true;
}

if (form) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  // Who comes back has another letter to tell of.
  addEventListener('pageshow', () => {
    sent = false;
  });
}

// That somebody has reported is not left in the history of this browser.
if (new URLSearchParams(location.search).has('reported')) {
  history.replaceState(null, '', location.pathname + location.hash);
}
