import rule from '../../../rules/no-unchecked-response.js';
import { testVerdicts } from '../tester.js';

// Functions that take a promise and show a success where it fulfils.

const toast = (body: string): string => `import toast from 'react-hot-toast';\nasync function save(u) {\n${body}\n}`;
const mutation = (options: string, result = '{ mutate }'): string =>
  `import { useMutation } from '@tanstack/react-query';\nfunction Form() { const ${result} = useMutation({ ${options} }); return mutate; }`;

const query = (options: string, result = '{ isLoading }'): string =>
  `import { useQuery } from '@tanstack/react-query';\nfunction List({ u }) { const ${result} = useQuery({ ${options} }); return <p />; }`;
const swr = (call: string): string => `import { mutate } from 'swr';\nasync function save(u) { await ${call}; }`;
const cached = (body: string, made = 'createCache()'): string =>
  `import { caching, createCache } from 'cache-manager';\nasync function load(u) { const cache = ${made}; ${body} }`;
const jsx = { parserOptions: { ecmaFeatures: { jsx: true } } };

testVerdicts('no-unchecked-response', rule, {
  valid: [
    toast('toast.promise(fetch(u).then((r) => { if (!r.ok) throw new Error(); }), { success: "Saved" });'),
    toast('toast.promise(fetch(u), { success: (r) => (r.ok ? "Saved" : "Failed") });'),
    toast('toast.promise(fetch(u), { success: (r) => { if (!r.ok) throw new Error(); return "Saved"; } });'),
    toast('toast.promise(fetch(u), { success: describe });'),
    toast('toast.promise(fetch(u), options);'),
    toast(
      'const r = await toast.promise(fetch(u), { success: "Loaded" }); if (!r.ok) throw new Error(); return r.json();',
    ),
    // sonner looks at it itself.
    "import { toast } from 'sonner'; function save(u) { toast.promise(fetch(u), { success: 'Saved' }); }",
    'function save(u) { toast.promise(fetch(u), { success: "Saved" }); }',
    mutation('mutationFn: async (u) => { const r = await fetch(u); if (!r.ok) throw new Error(); }'),
    mutation('mutationFn: (u) => fetch(u), onSuccess: (r) => { if (!r.ok) throw new Error(); }'),
    mutation('mutationFn: (u) => fetch(u), onSuccess: saved'),
    mutation('mutationFn: (u) => fetch(u)', '{ mutate, data }'),
    mutation('mutationFn: (u) => fetch(u)', 'mutate'),
    mutation('mutationFn: (u) => fetch(u), ...options'),
    { code: query('queryKey: [u], queryFn: () => fetch(u)', '{ data }'), languageOptions: jsx },
    { code: query('queryKey: [u], queryFn: () => fetch(u)', 'result'), languageOptions: jsx },
    { code: query('queryKey: [u], queryFn: () => load(u)'), languageOptions: jsx },
    swr('mutate("/x", fetch(u).then((r) => { if (!r.ok) throw new Error(); return r.json(); }))'),
    swr('mutate("/x", fetch(u), { populateCache: keepOnlyGood })'),
    swr('mutate(fetch(u))'),
    swr('mutate("/x")'),
    'import useSWR from "swr"; function C(u) { const { mutate } = useSWR("/x", load); return () => mutate("/x", fetch(u)); }',
    cached('const r = await cache.wrap(u, () => fetch(u), 1000); if (!r.ok) throw new Error(); return r.json();'),
    cached('await cache.wrap(u, () => fetch(u));', 'makeCache()'),
    cached('await cache.get(u, () => fetch(u));'),
  ],
  invalid: [
    {
      code: toast('toast.promise(fetch(u), { loading: "…", success: "Saved", error: "Failed" });'),
      errors: [{ messageId: 'dropped', line: 3, column: 15 }],
    },
    { code: toast('await toast.promise(fetch(u), { success: () => "Saved" });'), errors: ['dropped'] },
    { code: toast('toast.promise(() => fetch(u), { success: "Saved" });'), errors: ['dropped'] },
    { code: toast('const p = fetch(u); toast.promise(p, { success: "Saved" });'), errors: ['dropped'] },
    { code: toast('toast.promise(fetch(u), { success: async (r) => show(await r.json()) });'), errors: ['unchecked'] },
    {
      code: "import { toast } from 'react-toastify'; function save(u) { toast.promise(fetch(u), { success: 'Saved' }); }",
      errors: ['dropped'],
    },
    {
      code: mutation('mutationFn: (u) => fetch(u, { method: "POST" }), onSuccess: () => saved()'),
      errors: ['dropped'],
    },
    { code: mutation('mutationFn: (u) => fetch(u, { method: "POST" })'), errors: ['dropped'] },
    { code: query('queryKey: [u], queryFn: () => fetch(u)'), languageOptions: jsx, errors: ['dropped'] },
    { code: swr('mutate("/x", fetch(u, { method: "POST" }))'), errors: ['dropped'] },
    { code: swr('mutate("/x", fetch(u).then((r) => r.json()))'), errors: ['unchecked'] },
    { code: cached('await cache.wrap(u, () => fetch(u));'), errors: ['dropped'] },
    {
      code: cached(
        'const r = await cache.wrap(u, () => fetch(u), 1000); show(await r.json());',
        'await caching("memory")',
      ),
      errors: ['unchecked'],
    },
    // What is told of another success is walked, too.
    {
      code: mutation('mutationFn: save, onSuccess: async () => { await fetch("/log", { method: "POST" }); }'),
      errors: ['dropped'],
    },
    {
      code: mutation(
        'mutationFn: (u) => save(u), onSuccess: async () => { show(await (await fetch("/list")).json()); }',
      ),
      errors: ['unchecked'],
    },
  ],
});
