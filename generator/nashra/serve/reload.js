// What a page in preview runs: it follows the builds and shows their problems.
// It is put into pages as they are served and is never part of the site.
(() => {
  "use strict";

  const script = document.currentScript;
  const english = script.dataset.language.startsWith("en");
  const words = english
    ? { error: "Errors", notice: "Notices", hide: "Hide" }
    : { error: "أخطاء", notice: "تنبيهات", hide: "إخفاء" };
  const SHEETS = 'link[rel~="stylesheet"], style';
  const PLACE = "nashra-place";

  let build = script.dataset.build;
  let source = null;
  let leaving = false;
  let banner = null;

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

  // The addresses of style sheets may have changed with their text, so the page is asked for them.
  async function swapStyles(next) {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const old = [...document.head.querySelectorAll(SHEETS)];
    const fresh = [...page.head.querySelectorAll(SHEETS)].map((sheet) => freshCopy(sheet, next));
    const loaded = Promise.all(fresh.map(whenLoaded));
    if (old.length) old.at(-1).after(...fresh);
    else document.head.append(...fresh);
    await loaded;
    for (const sheet of old) sheet.remove();
    build = next;
  }

  function freshCopy(sheet, next) {
    const copy = document.importNode(sheet, true);
    if (copy.localName === "link") {
      const url = new URL(sheet.getAttribute("href"), document.baseURI);
      if (url.origin === location.origin) url.searchParams.set("nashra", next);
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

  const STYLE = `
    :host { all: initial; }
    details { position: fixed; inset-block-end: 0; inset-inline: 0; z-index: 2147483647;
      max-block-size: 60vh; overflow: auto; box-sizing: border-box; margin: 0; padding: .75rem 1rem;
      background: #fff; color: #1a1a1a; border-block-start: .25rem solid #8a6100;
      box-shadow: 0 0 1rem #0005; font: 1rem/1.7 system-ui, sans-serif; text-align: start; }
    details[role=alert] { border-color: #b00020; }
    summary { cursor: pointer; font-weight: 700; }
    button { position: absolute; inset-block-start: .75rem; inset-inline-end: 1rem;
      font: inherit; padding: 0 .75rem; cursor: pointer; }
    ol { margin: .5rem 0 0; padding-inline-start: 1.5rem; }
    li + li { margin-block-start: .75rem; }
    p { margin: 0; }
    .error .place { color: #b00020; }
    .place { font-weight: 700; color: #8a6100; overflow-wrap: anywhere; }
    pre { margin: .25rem 0; padding: .25rem .5rem; background: #f2f2f2; white-space: pre-wrap;
      overflow-wrap: anywhere; font: .9rem/1.7 ui-monospace, monospace; }
    @media print { details { display: none; } }
  `;

  const BAND_STYLE = `
    :host { all: initial; }
    div { padding: .5rem 1rem; background: #ffe9a8; color: #1a1a1a; text-align: center;
      font: 1rem/1.7 system-ui, sans-serif; }
    @media print { div { display: none; } }
  `;

  function element(name, text = "", attributes = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function item(problem) {
    const said = english ? "en" : "ar";
    const made = element("li", "", { class: problem.severity });
    const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
    if (place) {
      const line = element("p", "", { class: "place" });
      line.append(element("bdi", place)); // a path keeps its own direction, the line the banner's
      made.append(line);
    }
    if (problem.excerpt) made.append(element("pre", problem.excerpt, { dir: "auto" }));
    made.append(element("p", problem.what[said]), element("p", problem.remedy[said]));
    return made;
  }

  function show({ problems, errors, notices }) {
    banner?.remove();
    banner = null;
    if (!problems.length) return;
    const box = element("details", "", {
      role: errors ? "alert" : "status",
      dir: english ? "ltr" : "rtl",
      lang: english ? "en" : "ar",
    });
    box.open = errors > 0;
    const hide = element("button", words.hide, { type: "button" });
    hide.addEventListener("click", () => banner?.remove());
    const counts = [[words.error, errors], [words.notice, notices]];
    const heading = counts.filter(([, count]) => count).map((pair) => pair.join(": "));
    const list = element("ol");
    list.append(...problems.map(item));
    box.append(element("summary", heading.join(" · ")), hide, list);
    banner = element("nashra-problems");
    const root = banner.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet(); // unlike an element, no policy of the site's forbids it
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    root.append(box);
    document.documentElement.append(banner);
  }

  function connect() {
    // A browser opens six streams to a host at most: a page that nobody sees leaves its to others.
    if (source || document.hidden) return;
    source = new EventSource(new URL("events", script.src));
    source.addEventListener("hello", ({ data }) => {
      if (JSON.parse(data).build !== build) reload();
    });
    source.addEventListener("reload", ({ data }) => {
      const told = JSON.parse(data);
      if (told.styles) swapStyles(told.build).catch(reload);
      else reload();
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

  // What every page must say of the whole preview, such as the moment that it shows.
  function tellBand(text) {
    const band = element("div", text, {
      role: "status",
      dir: english ? "ltr" : "rtl",
      lang: english ? "en" : "ar",
    });
    const host = element("nashra-band");
    const root = host.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(BAND_STYLE);
    root.adoptedStyleSheets = [style];
    root.append(band);
    document.body.prepend(host);
  }

  if (script.dataset.band) tellBand(script.dataset.band);
  returnToPlace();
  connect();
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
})();
