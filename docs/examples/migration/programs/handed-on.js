// fine: a proxy hands the status on
export async function proxy(request) {
  const res = await fetch(request);
  return new Response(res.body, { status: res.status });
}
