// What pages do besides being read; all of them are whole without it. Every word that it shows, and
// every frame, is written out in the page: it only puts them in their places.
const root = document.documentElement;
const find = (selector, within = document) => within.querySelector(selector);
const part = (html) => document.createRange().createContextualFragment(html);
const ask = async (address) => {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};

// Kept from a reader who closed it, until there is other news. Without storage it is for this page.
const closed = (html) => {
  try {
    if (html) sessionStorage.closed = html;
    return sessionStorage.closed;
  } catch {
    return "";
  }
};

let news = "";
const tell = async (bar) => {
  news = (await ask(bar.dataset.breaking)).html;
  if (!news || news === closed()) return;
  const made = part(news);
  find(`a[href="${location.pathname}"]`, made)?.closest("li").remove();
  if (find("li", made)) bar.replaceChildren(made);
};

const MINUTE = 60e3;
const DAY = 1440 * MINUTE;
let fresh = [];

// A hidden page asks nothing; a failure doubles the wait; a day without news is the end of it.
const follow = (reports) => {
  const button = find("[data-act=reports]", reports);
  let last = Date.parse(find("time", reports).dateTime);
  let wait = MINUTE;
  let timer = 0;

  const offer = (entries) => {
    const found = entries.filter(({ id }) => !document.getElementById(id));
    if (found.length > fresh.length) last = Date.now();
    if (found.length && found.length !== fresh.length) {
      const form = new Intl.PluralRules(root.lang).select(found.length);
      const count = found.length.toLocaleString(`${root.lang}-u-nu-${root.dataset.digits}`);
      button.textContent = button.dataset[form].replace(/\p{Nd}+/u, count);
    }
    fresh = found;
    button.hidden = !found.length;
  };

  const look = async () => {
    if (document.hidden) {
      timer = 0;
      return;
    }
    try {
      const { ended, entries } = await ask(reports.dataset.live);
      offer(entries);
      wait = MINUTE;
      if (ended) {
        const state = find(".live-state", reports);
        state.textContent = state.dataset.ended;
        state.classList.remove("live-on");
        return;
      }
    } catch {
      wait = Math.min(2 * wait, 15 * MINUTE);
    }
    later();
  };

  const later = () => {
    timer = Date.now() - last < DAY ? setTimeout(look, wait) : -1;
  };

  document.addEventListener("visibilitychange", () => {
    if (!timer && !document.hidden) {
      timer = -1;
      look();
    }
  });
  later();
};

const acts = {
  dismiss(button) {
    closed(news);
    button.closest("[data-breaking]").replaceChildren();
    find("main").focus({ preventScroll: true });
  },

  // Where a browser lets nobody write there, the address is shown to be copied by hand.
  async copy({ dataset: { text, said } }) {
    const place = find(".share-said");
    place.textContent = "";
    try {
      await navigator.clipboard.writeText(text);
      place.textContent = said;
    } catch {
      place.textContent = text;
    }
  },

  embed(button) {
    const asking = button.closest(".embed-ask");
    const frame = find("template", asking).content.firstElementChild.cloneNode();
    asking.replaceWith(frame);
    frame.focus();
  },

  reports(button) {
    const reports = button.closest("[data-live]");
    button.hidden = true;
    for (const { day, html } of fresh.reverse()) {
      let head = find(".report-day", reports);
      if (head.textContent !== day) {
        head.before(head.cloneNode());
        head = find(".report-day", reports);
        head.textContent = day;
      }
      head.after(part(html));
    }
    fresh = [];
    find(".report a", reports).focus();
  },
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-act]");
  if (button) acts[button.dataset.act]?.(button);
});
root.classList.add("ready");
const bar = find("[data-breaking]");
const reports = find("[data-live]");
if (bar) tell(bar).catch(() => {});
if (reports) follow(reports);
