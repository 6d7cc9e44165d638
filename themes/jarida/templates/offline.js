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
  const keys = await cache.keys();
  for (const old of keys.slice(0, -20)) await cache.delete(old);
}

async function answer(event, name, first) {
  try {
    if (first) return first;
    const fresh = await fetch(event.request);
    event.waitUntil(keep(name, event.request, fresh.clone()));
    return fresh;
  } catch (error) {
    const { pathname } = new URL(event.request.url);
    if (name === "files") throw error;
    const front = fronts.find((path) => pathname.startsWith(path));
    return (await caches.match(event.request)) || caches.match(offline(front));
  }
}

if (self.document) {
  if (location.protocol === "https:") navigator.serviceWorker.register(document.currentScript.src);
} else {
  oninstall = (event) => event.waitUntil(caches.delete("own").then(async () =>
    (await caches.open("own")).addAll([{{ asset("styles/site.css")|tojson }}, ...fronts.map(offline)])));
  onfetch = (event) => {
    const { method, mode, url } = event.request;
    if (method !== "GET") return;
    if (mode === "navigate") event.respondWith(answer(event, "read"));
    else if (new URL(url).pathname.startsWith(`${fronts.at(-1)}assets/`))
      event.respondWith(caches.match(event.request).then((there) => answer(event, "files", there)));
  };
}
