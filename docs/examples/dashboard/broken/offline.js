export async function picture(request) {
  const cache = await caches.open('pictures');
  const response = await fetch(request);
  // The 502 of one bad minute is shown from now on.
  await cache.put(request, response.clone());
  return response;
}
