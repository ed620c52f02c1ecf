export async function picture(request) {
  const cache = await caches.open('pictures');
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}
