// Puts what differs between two versions of a page into the one that stands, and nothing else: the
// reader's place, what is open and what plays stay as they are.

const BESIDE = 'main, title, meta, link:not([rel~="stylesheet"]), script[type*="json"], [data-build]';

// What stands around the story, as text; what only machines read is left out.
function frame(page) {
  const copy = page.documentElement.cloneNode(true);
  for (const each of copy.querySelectorAll(BESIDE)) each.remove();
  return copy.outerHTML.replace(/\s+/g, " "); // what went left its white space
}

// Gives whether the standing page shows the new version now; if not, it has to be loaded anew.
export function patch(before, after) {
  const [old, fresh, live] = [before, after, document].map((page) => page.querySelector("main"));
  if (!old || !fresh || !live || frame(before) !== frame(after)) return false;
  if (fresh.querySelector('script:not([type*="json"])')) return false;
  change(old, fresh, live);
  document.title = after.title;
  return true;
}

const imported = (node) => document.importNode(node, true);

function change(old, fresh, live) {
  if (old.isEqualNode(fresh)) return;
  if (live.nodeType !== Node.ELEMENT_NODE) {
    live.data = fresh.data;
    return;
  }
  changeAttributes(old, fresh, live);
  changeChildren(old, fresh, live);
}

function changeAttributes(old, fresh, live) {
  const names = new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()]);
  names.delete("open"); // whoever reads has chosen
  for (const name of names) {
    const value = fresh.getAttribute(name);
    if (value === old.getAttribute(name)) continue;
    if (value === null) live.removeAttribute(name);
    else live.setAttribute(name, value);
  }
}

function changeChildren(old, fresh, live) {
  const [was, is, stands] = [old, fresh, live].map((parent) => [...parent.childNodes]);
  if (!alike(was, stands)) {
    // A script of the page's had it otherwise: what it did is kept where nothing else differs.
    if (old.innerHTML !== fresh.innerHTML) live.replaceChildren(...is.map(imported));
    return;
  }
  const most = Math.min(was.length, is.length);
  let start = 0;
  while (start < most && was[start].isEqualNode(is[start])) start++;
  let end = 0;
  while (end < most - start && was.at(-1 - end).isEqualNode(is.at(-1 - end))) end++;
  const gone = was.slice(start, was.length - end);
  const come = is.slice(start, is.length - end);
  if (alike(gone, come)) {
    gone.forEach((node, at) => change(node, come[at], stands[start + at]));
    return;
  }
  const next = stands[was.length - end] ?? null;
  for (const node of stands.slice(start, was.length - end)) node.remove();
  for (const node of come) live.insertBefore(imported(node), next);
}

const alike = (some, others) =>
  some.length === others.length && some.every((node, at) => node.nodeName === others[at].nodeName);
