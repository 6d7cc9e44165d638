// What the preview's scripts share: the writer's language, elements, and boxes over the page.
const script = document.querySelector("script[data-build]");
export const { base, desk, story } = script.dataset;
export const english = script.dataset.language.startsWith("en");
export const named = english
  ? { sheet: "Writer's sheet", waiting: "Drafts and scheduled" }
  : { sheet: "ورقة الكاتب", waiting: "المسودات والمجدول" };
export const own = (name) => new URL(name, import.meta.url);

export function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// A box whose style no style sheet of the site reaches, and whose style reaches nothing of the site.
export function box(name, css, ...content) {
  const host = element(name);
  const root = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet(); // unlike an element, no policy of the site's forbids it
  style.replaceSync(css);
  root.adoptedStyleSheets = [style];
  root.append(...content);
  return host;
}

export const inTongue = { dir: english ? "ltr" : "rtl", lang: english ? "en" : "ar" };

export const openInEditor = (file, line, column) =>
  fetch(own("open"), {
    method: "POST",
    headers: { "X-Nashra": "1" },
    body: JSON.stringify({ file, line, column }),
  });

// A problem as an item of a list: its place, the line with the place marked, what is wrong.
export function problemItem(problem) {
  const said = english ? "en" : "ar";
  const made = element("li", "", { class: problem.severity });
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  if (place) {
    const line = element("p", "", { class: "place" });
    line.append(element("bdi", place)); // a path keeps its own direction, the line the banner's
    if (desk && /^(content|themes)\/|^config\.yaml$/.test(problem.file)) line.append(" ", opener(problem));
    made.append(line);
  }
  if (problem.excerpt) made.append(excerpt(problem));
  made.append(element("p", problem.what[said]), element("p", problem.remedy[said]));
  return made;
}

export function opener({ file, line = 1, column = 1 }) {
  const words = english ? "Open in the editor" : "فتح في المحرر";
  const button = element("button", words, { type: "button", class: "open" });
  button.addEventListener("click", () => openInEditor(file, line, column));
  return button;
}

function excerpt({ excerpt, column }) {
  const made = element("pre", "", { dir: "auto" });
  const characters = [...excerpt];
  if (!column || column > characters.length || characters[0] === "…") {
    made.append(excerpt);
    return made;
  }
  const start = characters.slice(0, column - 1).join("");
  const rest = excerpt.slice(start.length);
  const [marked] = /^\S+|^./u.exec(rest);
  made.append(start, element("mark", marked), rest.slice(marked.length));
  return made;
}

export const LIST = `
  ol { margin: .5rem 0 0; padding-inline-start: 1.5rem; }
  li + li { margin-block-start: .75rem; }
  p { margin: 0; }
  .place { font-weight: 700; color: #8a6100; overflow-wrap: anywhere; }
  .error .place { color: #b00020; }
  .open { font: inherit; font-weight: 400; font-size: .85em; padding: 0 .5rem; cursor: pointer; }
  pre { margin: .25rem 0; padding: .25rem .5rem; background: #f2f2f2; white-space: pre-wrap;
    overflow-wrap: anywhere; font: .9rem/1.7 ui-monospace, monospace; }
  mark { background: #ffd2d2; color: inherit; text-decoration: underline wavy #b00020; }
`;
