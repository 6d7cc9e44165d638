// The writer's sheet: what there is to know of a story before it goes out. Loaded when it is asked for.
import { LIST, box, element, english, inTongue, named, opener, own, problemItem } from "./parts.js";

const words = english
  ? {
      close: "Close", words: "Words", minutes: "Minutes to read",
      headline: "Headline", summary: "Summary", slug: "Slug", of: "of", missing: "Missing",
      copy: "Copy desk", none: "Nothing.", looks: "How it will look", pages: "Shown on",
      card: "In a message", search: "In a search",
    }
  : {
      close: "إغلاق", words: "الكلمات", minutes: "دقائق القراءة",
      headline: "العنوان", summary: "الملخص", slug: "المسار", of: "من", missing: "ما ينقص",
      copy: "التدقيق", none: "لا شيء.", looks: "كيف سيبدو", pages: "يظهر في",
      card: "في رسالة", search: "في البحث",
    };

const STYLE = `
  :host { all: initial; }
  aside { position: fixed; inset-block: 0; inset-inline-end: 0; z-index: 2147483646;
    inline-size: min(26rem, 100vw); overflow: auto; box-sizing: border-box; padding: 1rem;
    background: #fff; color: #1a1a1a; font: 1rem/1.7 system-ui, sans-serif; text-align: start;
    box-shadow: 0 0 1rem #0005; }
  h2 { font-size: 1.2rem; margin: 0; }
  h3 { font-size: 1rem; margin: 1rem 0 .25rem; border-block-start: 1px solid #ccc; padding-block-start: .5rem; }
  dl { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; margin: .5rem 0 0; }
  dd { margin: 0; } .over { color: #b00020; font-weight: 700; }
  .close { position: absolute; inset-block-start: 1rem; inset-inline-end: 1rem; font: inherit; cursor: pointer; }
  ul { margin: 0; padding-inline-start: 1.25rem; }
  .card { border: 1px solid #ccc; border-radius: .5rem; overflow: hidden; margin-block: .25rem .75rem; background: #f0f2f5; }
  .card img { display: block; inline-size: 100%; block-size: auto; aspect-ratio: 1.91; object-fit: cover; }
  .card div { padding: .5rem .75rem; } .card b, .card p, .card small { display: -webkit-box;
    -webkit-box-orient: vertical; overflow: hidden; -webkit-line-clamp: 2; }
  .card small, .find small { color: #555; overflow-wrap: anywhere; }
  .find b { color: #1a0dab; font-weight: 400; font-size: 1.15rem; } .find { margin-block: .25rem .75rem; }
  a { color: #0b57d0; }
  @media print { aside { display: none; } }
  ${LIST}
`;

let panel = null;
let shown = "";
let wayIn = null;

// Opens the sheet of the story at an address, or closes it; `from` is where whoever closes it goes.
export async function toggle(address, from) {
  if (panel) {
    close();
    return;
  }
  [shown, wayIn] = [address, from];
  await draw();
  panel?.shadowRoot.querySelector("button").focus();
}

async function draw() {
  const ask = own("sheet");
  ask.searchParams.set("address", shown);
  const answer = await fetch(ask, { cache: "no-store" });
  if (!answer.ok) return;
  const made = box("nashra-sheet", STYLE, drawn(await answer.json()));
  const place = panel?.shadowRoot.querySelector("aside").scrollTop ?? 0;
  if (panel) panel.replaceWith(made);
  else document.documentElement.append(made);
  panel = made;
  panel.shadowRoot.querySelector("aside").scrollTop = place;
}

function close() {
  panel?.remove();
  panel = null;
  wayIn?.focus();
}

document.addEventListener("nashra:built", () => panel && draw());

function drawn(sheet) {
  const aside = element("aside", "", { "aria-label": named.sheet, ...inTongue });
  const shut = element("button", words.close, { type: "button", class: "close" });
  shut.addEventListener("click", close);
  aside.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  const place = element("p");
  place.append(element("bdi", sheet.file), " ", opener(sheet));
  aside.append(shut, element("h2", named.sheet), place, figures(sheet));
  aside.append(element("h3", words.missing), list("ul", sheet.missing, (each) =>
    element("li", english ? each.en : each.ar)));
  aside.append(element("h3", words.copy), list("ol", sheet.copy, problemItem));
  aside.append(element("h3", words.looks), ...looks(sheet.looks));
  aside.append(element("h3", words.pages), list("ul", sheet.pages, linked));
  const waiting = element("p");
  waiting.append(element("a", named.waiting, { href: own("waiting") }));
  aside.append(waiting);
  return aside;
}

function figures({ words: count, minutes, ...lengths }) {
  const made = element("dl");
  const row = (label, value, over = false) =>
    made.append(element("dt", label), element("dd", value, over ? { class: "over" } : {}));
  row(words.words, count);
  row(words.minutes, minutes);
  for (const name of ["headline", "summary", "slug"]) {
    const { length, most } = lengths[name];
    row(words[name], `${length} ${words.of} ${most}`, length > most);
  }
  return made;
}

function list(kind, items, drawnAs) {
  if (!items.length) return element("p", words.none);
  const made = element(kind);
  made.append(...items.map(drawnAs));
  return made;
}

function linked({ title, link }) {
  const item = element("li");
  item.append(element("a", title, { href: encodeURI(link), dir: "auto" }));
  return item;
}

// As searches and messengers draw them: they cut by lines and differ from day to day.
function looks({ title, site, description, address, image }) {
  const { host, pathname, origin } = new URL(address);
  const find = element("div", "", { class: "find" });
  const crumbs = [host, ...decodeURI(pathname).split("/").filter(Boolean)].join(" › ");
  find.append(element("small", crumbs, { dir: "auto" }), element("br"), element("b", title));
  find.append(element("p", [...description].slice(0, 155).join("")));
  const card = element("div", "", { class: "card" });
  if (image) {
    const here = image.startsWith(origin) ? image.slice(origin.length) : image;
    card.append(element("img", "", { src: here, alt: "" }));
  }
  const text = element("div");
  text.append(element("b", title), element("p", description), element("small", `${site} · ${host}`));
  card.append(text);
  return [element("p", words.search), find, element("p", words.card), card];
}
