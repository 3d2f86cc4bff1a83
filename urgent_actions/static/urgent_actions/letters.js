// Makes letters easier to take: copying, and the writer's own words, which never leave this browser by themselves.
// Without it everything can still be selected, opened and printed.
const own = document.querySelector('[data-own-words]');
const said = document.querySelector('[data-said]');
const letters = [...document.querySelectorAll('[data-letter]')].map((place) => {
  const area = place.querySelector('textarea');
  return { place, area, plain: area.defaultValue };
});

// What encodeURIComponent leaves and a mail program may stumble over.
const encoded = (text) =>
  encodeURIComponent((text.toWellFormed?.() ?? text).replaceAll('\n', '\r\n')).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function withOwnWords({ place, plain }) {
  if ('fixed' in place.dataset) return plain;
  const given = (id) => own.querySelector(id).value.trim();
  const name = [given('#own-name'), given('#own-place')].filter(Boolean).join('\n');
  const paragraph = own.querySelector('#own-paragraph').value.trim();
  const signOff = place.dataset.signOff;
  const at = signOff ? plain.lastIndexOf(`\n${signOff}`) : -1;
  if (at < 0) return [plain.trimEnd(), paragraph, name].filter(Boolean).join('\n\n');
  const end = at + 1 + signOff.length;
  const before = paragraph ? `${plain.slice(0, at)}\n${paragraph}\n` : plain.slice(0, at);
  return `${before}\n${signOff}${name ? `\n${name}` : ''}${plain.slice(end)}`;
}

function show(letter) {
  const text = withOwnWords(letter);
  letter.area.value = text;
  let tooLong = false;
  for (const link of letter.place.querySelectorAll('[data-mail]')) {
    const empty = link.dataset.mail;
    const whole = `${empty}${empty.includes('?') ? '&' : '?'}body=${encoded(text.trimEnd())}`;
    const isTooLong = whole.length > Number(link.dataset.limit);
    link.setAttribute('href', isTooLong ? empty : whole);
    tooLong ||= isTooLong;
  }
  const warning = letter.place.querySelector('[data-too-long]');
  if (warning) warning.hidden = !tooLong;
}

if (own) {
  own.hidden = false;
  own.addEventListener('input', () => letters.forEach(show));
}

for (const { place, area } of letters) {
  const button = place.querySelector('[data-copy]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(area.value);
    } catch {
      // An old phone, or a page without TLS.
      area.select();
      document.execCommand('copy');
    }
    said.textContent = button.dataset.done;
  });
}

// Where the section counts it: once for each letter on this page, and without a word of who opens it.
const { opened } = document.querySelector('.ua-write').dataset;
const told = new Set();
for (const { place } of opened ? letters : []) {
  const { target, channel } = place.dataset;
  for (const link of place.querySelectorAll('a[data-mail], a[href*="/letters/"]')) {
    link.addEventListener('click', () => {
      const letter = JSON.stringify({ target, channel });
      if (told.has(letter)) return;
      told.add(letter);
      navigator.sendBeacon(opened, new Blob([letter], { type: 'application/json' }));
    });
  }
}
