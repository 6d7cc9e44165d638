// The faults of the site, over the last good page, until they are mended.
import { LIST, box, element, english, inTongue, problemItem } from "./parts.js";

const words = english
  ? { error: "Errors", notice: "Notices", hide: "Hide" }
  : { error: "أخطاء", notice: "تنبيهات", hide: "إخفاء" };

const STYLE = `
  :host { all: initial; }
  details { position: fixed; inset-block-end: 0; inset-inline: 0; z-index: 2147483647;
    max-block-size: 60vh; overflow: auto; box-sizing: border-box; margin: 0; padding: .75rem 1rem;
    background: #fff; color: #1a1a1a; border-block-start: .25rem solid #8a6100;
    box-shadow: 0 0 1rem #0005; font: 1rem/1.7 system-ui, sans-serif; text-align: start; }
  details[role=alert] { border-color: #b00020; }
  summary { cursor: pointer; font-weight: 700; }
  .hide { position: absolute; inset-block-start: .75rem; inset-inline-end: 1rem;
    font: inherit; padding: 0 .75rem; cursor: pointer; }
  @media print { details { display: none; } }
  ${LIST}
`;

let banner = null;

export function show({ problems, errors, notices }) {
  banner?.remove();
  banner = null;
  if (!problems.length) return;
  const details = element("details", "", { role: errors ? "alert" : "status", ...inTongue });
  details.open = errors > 0;
  const hide = element("button", words.hide, { type: "button", class: "hide" });
  hide.addEventListener("click", () => banner?.remove());
  const counts = [[words.error, errors], [words.notice, notices]];
  const heading = counts.filter(([, count]) => count).map((pair) => pair.join(": "));
  const list = element("ol");
  list.append(...problems.map(problemItem));
  details.append(element("summary", heading.join(" · ")), hide, list);
  banner = box("nashra-problems", STYLE, details);
  document.documentElement.append(banner);
}
