// What a page in preview runs: it follows the builds and shows their problems.
// It is put into pages as they are served and is never part of the site.
import { base, box, desk, element, inTongue, named, own, story } from "./parts.js";
import { patch } from "./patch.js";
import { show } from "./problems.js";

const script = document.querySelector("script[data-build]");
const { follow } = script.dataset;
const SHEETS = 'link[rel~="stylesheet"], style';
const PLACE = "nashra-place";

let { build } = script.dataset;
let source = null;
let leaving = false;
let served = null; // the page as it was served, before any script changed it
let work = Promise.resolve(); // one change after another

const ask = async () => {
  const answer = await fetch(location.href, { cache: "no-store" });
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};
const buildOf = (page) => page.querySelector("script[data-build]")?.dataset.build;

function reload() {
  if (leaving) return;
  leaving = true;
  try {
    const place = { page: location.href, x: scrollX, y: scrollY };
    sessionStorage.setItem(PLACE, JSON.stringify(place));
  } catch {
    // Without storage the browser's own memory of the place has to do.
  }
  location.reload();
}

function returnToPlace() {
  try {
    const place = JSON.parse(sessionStorage.getItem(PLACE));
    sessionStorage.removeItem(PLACE);
    if (place?.page !== location.href) return;
    const go = () => scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    go();
    addEventListener("load", go, { once: true }); // pictures have their height by now
  } catch {
    // As above.
  }
}

// Keeps the page as it was served, to tell later what a build changed in it.
async function remember() {
  const page = await ask();
  if (buildOf(page) === build) served ??= page;
  script.dataset.ready = "yes";
}

async function refresh(next) {
  if (next === build || leaving) return;
  const page = await ask();
  if (!served || !patch(served, page)) {
    reload();
    return;
  }
  tellBand(page.querySelector("script[data-build]")?.dataset.band);
  served = page;
  build = buildOf(page) ?? next;
  document.dispatchEvent(new Event("nashra:built"));
}

// Long before all pages are built anew, the page asks for its style sheets as they are now.
async function restyle(mark) {
  const old = [...document.head.querySelectorAll('link[rel~="stylesheet"]')];
  const fresh = old.map((sheet) => freshCopy(sheet, "nashra-style", mark));
  const loaded = Promise.all(fresh.map(whenLoaded));
  old.forEach((sheet, at) => sheet.after(fresh[at]));
  await loaded;
  for (const sheet of old) sheet.remove();
}

// The addresses of style sheets may have changed with their text, so the page is asked for them.
async function swapStyles(next) {
  const page = await ask();
  const old = [...document.head.querySelectorAll(SHEETS)];
  const fresh = [...page.head.querySelectorAll(SHEETS)].map((sheet) =>
    freshCopy(sheet, "nashra", next));
  const loaded = Promise.all(fresh.map(whenLoaded));
  if (old.length) old.at(-1).after(...fresh);
  else document.head.append(...fresh);
  await loaded;
  for (const sheet of old) sheet.remove();
  served = page;
  build = next;
}

function freshCopy(sheet, name, mark) {
  const copy = document.importNode(sheet, true);
  if (copy.localName === "link") {
    const url = new URL(sheet.getAttribute("href"), document.baseURI);
    if (url.origin === location.origin) url.searchParams.set(name, mark);
    copy.href = url.href;
  }
  return copy;
}

function whenLoaded(sheet) {
  if (sheet.localName !== "link") return null;
  return new Promise((done) => {
    sheet.addEventListener("load", done);
    sheet.addEventListener("error", done);
    setTimeout(done, 2000); // a disabled sheet never says that it has loaded
  });
}

// Copy that was just dropped is what whoever waits at the front page waits for.
function goesTo({ address, dropped }) {
  const here = decodeURI(location.pathname);
  return here !== decodeURI(base) + address.slice(1) && (follow || (dropped && here === decodeURI(base)));
}

function take({ build: next, styles, saved }) {
  if (saved && goesTo(saved)) {
    leaving = true;
    location.assign(base + encodeURI(saved.address.slice(1)));
    return;
  }
  work = work.then(() => (styles ? swapStyles(next) : refresh(next))).catch(reload);
}

function connect() {
  // A browser opens six streams to a host at most: a page that nobody sees leaves its to others.
  if (source || document.hidden) return;
  source = new EventSource(own("events"));
  source.addEventListener("hello", ({ data }) => {
    const next = JSON.parse(data).build;
    work = work.then(() => refresh(next)).catch(reload);
  });
  source.addEventListener("reload", ({ data }) => take(JSON.parse(data)));
  source.addEventListener("styles", ({ data }) => {
    const { mark } = JSON.parse(data);
    work = work.then(() => restyle(mark)).catch(() => {}); // the build brings them all the same
  });
  source.addEventListener("problems", ({ data }) => show(JSON.parse(data)));
  source.addEventListener("error", () => {
    if (source?.readyState !== EventSource.CLOSED) return; // the browser tries again of itself
    disconnect();
    setTimeout(connect, 1000);
  });
}

function disconnect() {
  source?.close();
  source = null;
}

const BAND = `
  :host { all: initial; }
  div { padding: .5rem 1rem; background: #ffe9a8; color: #1a1a1a; text-align: center;
    font: 1rem/1.7 system-ui, sans-serif; }
  @media print { div { display: none; } }
`;
const DESK = `
  :host { all: initial; }
  a, button { position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2147483646;
    padding: .25rem .75rem; border: 1px solid #767676; border-radius: 1rem; cursor: pointer;
    background: #fff; color: #1a1a1a; font: .95rem/1.7 system-ui, sans-serif; text-decoration: none;
    box-shadow: 0 0 .5rem #0003; }
  @media print { a, button { display: none; } }
`;

// What a page must say above itself, such as the moment that it shows.
function tellBand(said) {
  document.querySelector("nashra-band")?.remove();
  if (!said) return;
  const band = element("div", said, { role: "status", ...inTongue });
  document.body.prepend(box("nashra-band", BAND, band));
}

// The way to what a writer wants beside the page: a story's sheet, or the stories in waiting.
function offerDesk() {
  const offered = story
    ? element("button", named.sheet, { type: "button", ...inTongue })
    : element("a", named.waiting, { href: own("waiting"), ...inTongue });
  if (story) {
    offered.addEventListener("click", async () => {
      const { toggle } = await import("./sheet.js");
      await toggle(story, offered);
    });
  }
  document.documentElement.append(box("nashra-desk", DESK, offered));
}

tellBand(script.dataset.band);
if (desk) offerDesk();
returnToPlace();
connect();
work = work.then(remember).catch(() => {});
document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
addEventListener("pagehide", disconnect);
addEventListener("pageshow", connect);
