// Help and three practices for when the program is stopped. Before these lines the program puts VERSION, PAGES, FILES
// and HELP: the exact addresses that are kept, and no other ever is. They are asked for without a cookie, so nothing
// that somebody said can stand on them. A form that is sent never passes through here.
const OURS = "notes-";
const CACHE = `${OURS}${VERSION}`;

async function keep() {
  const cache = await caches.open(CACHE);
  const asked = [...PAGES, ...FILES].map((address) => new Request(address, { credentials: "omit", cache: "reload" }));
  await cache.addAll(asked);
  await self.skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(address) {
  return (await caches.open(CACHE)).match(address);
}

// The program answers wherever it can; what is kept stands in only when it is gone.
async function page(request, address) {
  try {
    return await fetch(request);
  } catch {
    return (await kept(PAGES.includes(address) ? address : HELP)) ?? Response.error();
  }
}

async function file(request, address) {
  return (await kept(address)) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname, search } = new URL(event.request.url);
  if (origin !== self.location.origin || event.request.method !== "GET") return;
  if (FILES.includes(pathname)) event.respondWith(file(event.request, pathname));
  else if (event.request.mode === "navigate") event.respondWith(page(event.request, pathname + search));
});
