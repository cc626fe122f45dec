// Keeps the part of a page that says how far something is up to date. Without it the link «Ververs» does the same.
(() => {
  'use strict';
  const deel = document.querySelector('[data-ververs]');
  const gezegd = document.getElementById('gezegd');
  const elke = 5000, stilte = 15000;
  let laatst = Date.now(), wacht;

  // a screen reader hears it at most every fifteen seconds, and always how it ended
  function zeg() {
    clearTimeout(wacht);
    const rest = laatst + stilte - Date.now();
    if (rest > 0) {
      wacht = setTimeout(zeg, rest);
      return;
    }
    const zin = deel.querySelector('[data-zin]').textContent.trim();
    if (gezegd.textContent !== zin) {
      gezegd.textContent = zin;
      laatst = Date.now();
    }
  }

  async function haal() {
    try {
      // a session that ended leads to the login page: then the page stays as it is
      const antwoord = document.hidden ? null : await fetch(deel.dataset.ververs, { cache: 'no-store', redirect: 'manual' });
      if (antwoord) {
        if (!antwoord.ok) return;
        const nieuw = new DOMParser().parseFromString(await antwoord.text(), 'text/html').querySelector('[data-stand]');
        deel.replaceChildren(nieuw);
        zeg();
        if (nieuw.dataset.stand !== 'loopt') {
          document.querySelectorAll('[data-zolang]').forEach((e) => { e.hidden = true; });
          return;
        }
      }
    } catch {
      // no connection now: again in a while
    }
    setTimeout(haal, elke);
  }

  setTimeout(haal, elke);
})();
