/** Programs in which nobody looks at a status. Each stands in a function `load` that other files can call. */
const load = (body: string): string => `export async function load(u, x) {\n${body}\n}`;

/** By what makes an error harmless there. */
export const harmless: readonly (readonly [title: string, kind: string, code: string])[] = [
  ...(
    [
      ['a required field is tested', 'if (!d.user) throw new Error("no user"); return d.user;'],
      ['a success flag is tested', 'if (!d.success) { x.setError(d.message); return; } x.show(d.items);'],
      ['an error field is tested', 'if (d.error) return { error: d.error }; return d.items;'],
      [
        'errors are tested by their number',
        'if (d.errors?.length) throw new Error(d.errors[0].message); return d.data;',
      ],
      ['the success constant is asked for', 'if (d.status !== "ok") throw new Error(d.message); return d.result;'],
      ['one side of a code is all other errors', 'if (d.code === 0) return x.show(d.list); throw new Error(d.msg);'],
      ['a list is asked for', 'if (!Array.isArray(d)) return null; return d;'],
      ['a field is asked for by `in`', 'if (!("items" in d)) throw new Error("no items"); return d.items;'],
      ['a type is asked for', 'if (typeof d.total !== "number") return x.reply("Could not count"); return d.total;'],
      ['a schema throws', 'return Users.parse(d);'],
      ['a schema refuses', 'const r = Users.safeParse(d); if (!r.success) return null; return r.data;'],
      [
        'a destructured field is tested',
        'const { data, errors } = d; if (errors) throw new Error("failed"); return data;',
      ],
      ['a constant keeps the test', 'const ok = d.ok === true; if (!ok) return false; return d;'],
      [
        'a field is tested after others were',
        'if (x) console.log(d); if (!d.id) throw new Error("no id"); return d.id;',
      ],
      [
        'everything that follows is the failing part',
        'if (d.ok) { x.show(d.items); return; } toast.error("Failed to load");',
      ],
      ['the answer is an error', 'if (!d.id) return x.status(502).json({ error: "no id" }); x.json(d);'],
      ['a ternary shows either', 'x.setMessage(d.success ? "Saved" : "Could not save");'],
      [
        "the server's words are shown, or the program's",
        'if (d.success) x.show(d.items); else x.addMessage(d.error || "Could not load");',
      ],
      [
        'they are a part of a sentence',
        'if (!d.success) { x.addMessage(`Could not load: ${d.error ?? "?"}`); return; } x.show(d.items);',
      ],
      ['a message is what the program asks for', 'if (d.message) throw new Error(d.message); return d.items;'],
      [
        'a helper of the file tests',
        'check(d); return d.items; function check(b) { if (!b.items) throw new Error("no items"); }',
      ],
    ] as const
  ).map(([title, body]) => [title, 'envelope', load(`const d = await (await fetch(u)).json(); ${body}`)] as const),
  [
    'the next handler of the chain tests',
    'envelope',
    load('return fetch(u).then((r) => r.json()).then((d) => { if (!d.ok) throw new Error(d.error); return d.data; });'),
  ],
  [
    'the caller in this file tests',
    'envelope',
    'const get = (u) => fetch(u).then((r) => r.json());\nexport async function load(u) { const d = await get(u); if (d.error) throw new Error(d.error); return d; }',
  ],
  [
    'a chain gives back the envelope that it makes of its own errors',
    'envelope',
    'export const load = (u) => fetch(u).then((r) => r.json()).catch((e) => ({ success: false, error: e.message }));',
  ],
  [
    'a text has not what is looked for',
    'envelope',
    load(
      'const t = await (await fetch(u)).text(); const id = t.match(/id="(.+?)"/); if (!id) throw new Error("no id"); return id[1];',
    ),
  ],
  [
    'a member of a member throws into a handler with words',
    'throws',
    load(
      'try { const d = await (await fetch(u)).json(); x.show(d.main.temp); } catch (e) { x.setError("Could not load"); }',
    ),
  ],
  [
    'a loop throws into a handler with words',
    'throws',
    load(
      'try { const d = await (await fetch(u)).json(); for (const i of d.items) x(i); } catch (e) { alert("Failed to load"); }',
    ),
  ],
  [
    'a method throws before the `catch` of the chain',
    'throws',
    load(
      'fetch(u).then((r) => r.json()).then((d) => x.show(d.items.map(String))).catch(() => x.setError("No items"));',
    ),
  ],
  [
    'an exception is asked for elsewhere',
    'throws',
    load(
      'try { const d = await (await fetch(u)).json(); return d.a.b; } catch { const r = await fetch(x); if (!r.ok) throw new Error("no"); return r; }',
    ),
  ],
  [
    'a `catch` of the chain asks elsewhere',
    'throws',
    load(
      'return fetch(u).then((r) => r.json()).then(({ a: { b } }) => b).catch(() => fetch(x).then((r) => { if (!r.ok) throw new Error("no"); return r; }));',
    ),
  ],
  [
    'the handler puts a value of its own back',
    'throws',
    load(
      'try { const d = await (await fetch(u)).json(); x.setStars(d.count.toFixed()); } catch (e) { console.error(e); x.setStars(known); }',
    ),
  ],
  [
    'a failed test comes to what a failed request does',
    'envelope',
    load(
      'try { const d = await (await fetch(u)).json(); return Array.isArray(d) ? d : []; } catch (e) { console.error(e); return []; }',
    ),
  ],
  [
    'a comparison comes to what a failed request does',
    'envelope',
    load('try { const d = await (await fetch(u)).json(); return d.state === "up"; } catch { return false; }'),
  ],
  [
    'a named default is given by the handler as well',
    'envelope',
    load(
      'return fetch(u).then((r) => r.json()).then((d) => { if (!d.rounds) return ROUNDS; return d.rounds; }).catch(() => ROUNDS);\n}\nconst ROUNDS = 5000; {',
    ),
  ],
  [
    'a variable that only a success sets is tested',
    'envelope',
    load(
      'const d = await (await fetch(u)).json(); let name; if (d.user) { x.note(d.user.id); name = d.user.name; } if (name) x.show(name); else x.update((s) => ({ ...s, error: "No user" }));',
    ),
  ],
  [
    'a font behind a configured host is asked for',
    'resource',
    load('x.embed(await (await fetch(`${x.assets}/fonts/inter.ttf`)).arrayBuffer());'),
  ],
  [
    'a font of the page is asked for',
    'resource',
    load('x.embed(await (await fetch("/fonts/inter.woff2")).arrayBuffer());'),
  ],
  ['the timer asks again', 'turn', 'setInterval(async () => { await fetch("/ping", { method: "POST" }); }, 1000);'],
  [
    'a function arms itself again',
    'turn',
    'async function poll() { await fetch("/ping", { method: "POST" }); setTimeout(poll, 1000); }\npoll();',
  ],
  [
    'a default stays',
    'defaults',
    load(
      'let items = []; try { const d = await (await fetch(u)).json(); if (d.success) items = d.items; } catch {} return items;',
    ),
  ],
  [
    'the status is looked at further down',
    'later',
    load(
      'const r = await fetch(u); const d = await r.json(); if (x) return d; if (!r.ok) throw new Error("no"); return d;',
    ),
  ],
];

/** What looks alike, and protects nobody. */
export const harmful: readonly (readonly [title: string, code: string])[] = (
  [
    ['a default is used as the value', 'return d.items ?? [];'],
    ['an optional chain is', 'x.show(d?.user?.name);'],
    ['a pattern has the default', 'const { items = [] } = d; x.show(items);'],
    ['an empty success is given back', 'if (!d.items) return []; return d.items;'],
    ['there is no failing side', 'if (d.items) x.show(d.items);'],
    ['the failing side returns, and that is all', 'if (!d.items) return; x.show(d.items);'],
    ['the failing side logs, and that is all', 'if (!d.ok) console.error("failed"); x.show(d.items);'],
    ['one error out of many is asked for', 'if (d.code === 404) return null; return d.items;'],
    ['the body itself is asked for', 'if (!d) throw new Error("no body"); return d;'],
    ['the body is asked for its length', 'if (d.length === 0) throw new Error("none"); return d;'],
    ['the test comes after the first use', 'x.show(d.items); if (d.error) throw new Error(d.error);'],
    ['a flag is the answer', 'return d.success;'],
    ['an exception is logged', 'try { x.show(d.main.temp); } catch (e) { console.error("Failed", e); }'],
    ['an exception passes its own words on', 'try { x.show(d.main.temp); } catch (e) { x.setError(e.message); }'],
    [
      'an exception has words before the program has',
      'try { x.show(d.main.temp); } catch (e) { x.addMessage(e.message || "Could not load"); }',
    ],
    ['nobody catches the exception', 'x.show(d.main.temp);'],
    ['the handler gives another list', 'try { return Array.isArray(d) ? d : []; } catch { return null; }'],
    ['the handler shows that there is nothing', 'try { x.set(d.a.b); } catch { x.set([]); }'],
    ['the handler ends what was begun', 'try { x.set(d.a.b); x.busy(x.a); } catch { x.busy(x.a); }'],
    [
      'a closure may set the variable',
      'let v; x.on(() => { v = 1; }); if (v) x.show(d.items); else throw new Error("no");',
    ],
    ['a picture behind a host is asked for', 'x.image(await (await fetch(`${x.host}/me.png`)).blob());'],
    ['the error is taken back', 'if (!d.ok) x.setError(null); x.show(d.items);'],
  ] as const
).map(([title, body]) => [title, load(`const d = await (await fetch(u)).json(); ${body}`)] as const);

/** What the first page about `fetch` on many sites looks like: these stay reported. */
export const classics: readonly string[] = [
  load(
    'try { const data = await (await fetch(u)).json(); x.show(data.main.temp) } catch (e) { console.error("Error", e) }',
  ),
  'fetch("data.json").then((r) => r.json()).then((d) => show(d));',
  'fetch("data.json").then((r) => r.json());\nexport const load = (u) => fetch(u).then((r) => r.json());',
  'useEffect(() => { fetch("/api").then((r) => r.json()).then((d) => setItems(d)).catch((e) => console.log(e)); }, []);',
  'useEffect(() => { const run = async () => { const r = await fetch("/api"); setItems(await r.json()); }; run(); }, []);',
  'useEffect(() => { (async () => { try { const r = await fetch("/api"); const d = await r.json(); setItems(d.items); } catch (e) { console.error(e); } })(); }, []);',
  load('const response = await fetch(u); const data = await response.json(); return data;'),
  load('const response = await fetch(u); return response.json();'),
  load('return (await fetch(u)).json();'),
  load('const { data } = await fetch(u).then((r) => r.json()); return data;'),
  load(
    'const res = await fetch(u, { method: "POST", body: x }); const saved = await res.json(); alert("Saved " + saved.id);',
  ),
  load('await fetch(u, { method: "DELETE" }); x.remove();'),
  load('await fetch(u, { method: "PUT" }).catch((e) => console.error(e)); x.setSaved(true);'),
  load('fetch(u, { method: "POST" }).then(() => alert("Thank you!"));'),
  load('try { await fetch(u, { method: "POST" }); toast.success("Saved"); } catch { toast.error("Could not save"); }'),
  load('const [a, b] = await Promise.all([fetch(u), fetch(x)]); return [await a.json(), await b.json()];'),
  load('const rs = await Promise.all(x.map((v) => fetch(v))); return Promise.all(rs.map((r) => r.json()));'),
  load('const text = await (await fetch(u)).text(); document.body.innerHTML = text;'),
  load('const blob = await (await fetch(u)).blob(); image.src = URL.createObjectURL(blob);'),
  load('const html = await fetch(u).then((r) => r.text()); element.innerHTML = html;'),
  load('const r = await fetch(u); const d = await r.json(); localStorage.setItem("token", d.token);'),
  load('const r = await fetch(u); const { token } = await r.json(); login(token);'),
  load('const r = await fetch(u); this.items = await r.json();'),
  load('const r = await fetch(u); x.setItems((await r.json()).items || []);'),
  load('const r = await fetch(u); const d = await r.json(); for (const i of d.results) x.add(i);'),
  load('const r = await fetch(u); const d = await r.json(); return { props: { d } };'),
  'export async function getServerSideProps() { const res = await fetch("https://api.example.com"); const posts = await res.json(); return { props: { posts } }; }',
  'export const fetcher = (...args) => fetch(...args).then((res) => res.json());',
  'class Api { async get(u) { const r = await fetch(u); return await r.json(); } }\nexport { Api };',
  'document.querySelector("form").addEventListener("submit", async (e) => { const r = await fetch("/x", { method: "POST" }); const d = await r.json(); message.textContent = d.message; });',
  'async function show() { const r = await fetch("/users"); const users = await r.json(); users.forEach((u) => list.append(u.name)); }\nshow();',
];
