{# A page asks its browser to take this file as its worker. As the worker it answers a page from the
   network first, so that none is stale, and without one from the last that were read. Only what a
   reader was shown is kept, so no draft is; what is gone from the site goes from here. -#}
const fronts = [{% for front in page.fronts %}{{ front|tojson }}{{ ", " if not loop.last }}{% endfor %}];
const offline = (front) => `${front}offline/`;

async function keep(name, request, answer) {
  const cache = await caches.open(name);
  const fit = answer.ok && answer.type === "basic" && !answer.redirected;
  if (fit || [404, 410].includes(answer.status)) await cache.delete(request);
  if (fit) await cache.put(request, answer);
  for (const old of (await cache.keys()).slice(0, -20)) await cache.delete(old);
}

async function fresh(event, name) {
  const answer = await fetch(event.request);
  event.waitUntil(keep(name, event.request, answer.clone()));
  return answer;
}

async function page(event, path) {
  try {
    return await fresh(event, "read");
  } catch {
    const there = await caches.match(event.request);
    return there || caches.match(offline(fronts.find((front) => path.startsWith(front))));
  }
}

if (self.document) {
  if (location.protocol === "https:") navigator.serviceWorker.register(document.currentScript.src);
} else {
  oninstall = (event) => event.waitUntil(caches.delete("own").then(() => caches.open("own"))
    .then((own) => own.addAll([{{ asset("styles/site.css")|tojson }}, ...fronts.map(offline)])));
  onfetch = (event) => {
    const { method, mode, url } = event.request, path = new URL(url).pathname;
    if (method !== "GET") return;
    if (mode === "navigate") event.respondWith(page(event, path));
    else if (path.startsWith(`${fronts.at(-1)}assets/`))
      event.respondWith(caches.match(url).then((there) => there || fresh(event, "files")));
  };
}
