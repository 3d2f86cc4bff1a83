// Solves a riddle before a report goes, where the site asks for it: it costs a person nothing, and a robot its time.
// Where it cannot be solved the report goes without, and waits until somebody has looked at it.
const form = document.querySelector('[data-riddle]');
const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function solved() {
  const answer = await fetch(form.dataset.riddle, { cache: 'no-store' });
  const { algorithm, challenge, maxnumber, salt, signature } = await answer.json();
  const encoder = new TextEncoder();
  for (let number = 0; number <= maxnumber; number += 1) {
    if (hex(await crypto.subtle.digest(algorithm, encoder.encode(salt + number))) === challenge) {
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    }
  }
  return '';
}

let proof = null;
const begin = () => (proof ??= solved().catch(() => ''));
let isReady = false;

// While the writer is still choosing.
form.addEventListener('focusin', begin, { once: true });
form.addEventListener(
  'submit',
  async (event) => {
    if (isReady) return;
    event.preventDefault();
    // Nobody else may take this for the report that goes.
    event.stopImmediatePropagation();
    form.elements.proof.value = await begin();
    isReady = true;
    // A form that is just being sent cannot be sent.
    setTimeout(() => form.requestSubmit());
  },
  { capture: true },
);
// Each riddle is good for one report.
addEventListener('pageshow', () => {
  proof = null;
  isReady = false;
});
