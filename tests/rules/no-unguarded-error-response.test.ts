import rule from '../../rules/no-unguarded-error-response.js';
import { testVerdicts } from './tester.js';

const caught = (body: string): string =>
  `import axios from 'axios';\nexport async function load(u) {\ntry { return (await axios.get(u)).data; } catch (e) {\n${body}\n}\n}`;

testVerdicts('no-unguarded-error-response', rule, {
  valid: [
    caught('throw new Error(e.response?.data.message);'),
    caught('throw new Error(e.response?.data?.message ?? e.message);'),
    caught('if (e.response) throw new Error(e.response.data.message); throw e;'),
    caught('if (!e.response) throw e; throw new Error(e.response.data.message);'),
    caught('if (e.response === undefined) throw e; show(e.response.status);'),
    caught('if (e && e.response && e.response.status === 404) return null; throw e;'),
    caught('const { response } = e; if (!response) throw e; show(response.status);'),
    caught('const { response } = e; show(response?.status);'),
    caught('const res = e.response; if (res != null) show(res.data);'),
    caught('if (e.response?.status === 404) show(e.response.data); throw e;'),
    caught('const status = e.response?.status; if (status === 404) show(e.response.data); throw e;'),
    caught('switch (e.response?.status) { case 404: show(e.response.data); return null; default: throw e; }'),
    caught("show(e.response ? e.response.data : 'offline');"),
    caught('const message = e.response && e.response.data.message; show(message);'),
    caught('show((e.response || {}).data);'),
    caught('const { status } = e.response ?? {}; show(status);'),
    caught('if (e.response?.data?.code === "taken") show(e.response.data.message); throw e;'),
    caught('if (e.response?.data?.message) show(e.response.data.message); throw e;'),
    caught('if (e.response?.data?.message?.includes("taken")) show(e.response.data.message); throw e;'),
    caught('if (typeof e.response?.data === "string") show(e.response.data); throw e;'),
    caught('if (e.response?.data == null) throw e; show(e.response.data);'),
    caught('const text = e.response?.data; if (text) show(e.response.status);'),
    caught('if ("response" in e) show(e.response.data);'),
    caught('if (axios.isCancel(e)) throw e; if (e.response) show(e.response.data);'),
    caught('if (e.code === "ERR_NETWORK") return offline(); show(e.response.data);'),
    caught('if (e.message !== "Network Error") show(e.response.data);'),
    caught("if (typeof e.response !== 'undefined') show(e.response.data);"),
    caught("if (typeof e.response === 'undefined') throw e; show(e.response.data);"),
    caught("show(e && typeof e.response?.status === 'number' ? e.response.status : e.message);"),
    caught('if (e.response?.status === undefined) throw e; show(e.response.data);'),
    caught('if (e.response?.status) show(e.response.data);'),
    // What another function asks may be just that.
    caught('if (isHttpError(e)) show(e.response.data); throw e;'),
    caught('if (isNetworkError(e)) throw e; show(e.response.data);'),
    caught('if (e.status === 404) show(e.response.data); throw e;'),
    // It is expected to throw.
    caught('let text = e.message; try { text = e.response.data.message; } catch {} show(text);'),
    caught('throw e;'),
    caught('return e.response;'),
    caught('handle(e.response);'),
    "import ky from 'ky'; import { HTTPError } from 'ky'; export async function f(u) { try { return await ky(u).json(); } catch (e) { if (e instanceof HTTPError) show(e.response.status); throw e; } }",
    // Not an error that is caught.
    'export async function f(error) { if (fetch) show(error.response.status); }',
    "import axios from 'axios'; axios.interceptors.response.use((res) => res, (error) => { if (error.response && error.response.status === 401) leave(); return Promise.reject(error); });",
  ],
  invalid: [
    {
      code: caught('throw new Error(e.response.data.message);'),
      errors: [{ messageId: 'unguarded', line: 4, column: 17, endColumn: 32, data: { read: 'e.response.data' } }],
    },
    { code: caught('if (e.response.status === 404) return null; throw e;'), errors: ['unguarded'] },
    // Once for each handler.
    { code: caught('console.error(e.response.status, e.response.data); throw e;'), errors: ['unguarded'] },
    { code: caught('if (e.response?.status === 404) return null; show(e.response.data);'), errors: ['unguarded'] },
    { code: caught('if (e.response?.status !== 404) show(e.response.data);'), errors: ['unguarded'] },
    { code: caught('if (e?.response.status === 404) return null;'), errors: ['unguarded'] },
    { code: caught('const { response } = e; show(response.data);'), errors: ['unguarded'] },
    { code: caught('const { response: { data } } = e; show(data);'), errors: ['unguarded'] },
    {
      code: caught('const { data } = e.response; show(data);'),
      errors: [{ messageId: 'unguarded', data: { read: '{ data } = e.response' } }],
    },
    { code: caught('const error = e; show(error.response.data);'), errors: ['unguarded'] },
    { code: caught('show(e["response"]["data"]);'), errors: ['unguarded'] },
    { code: caught('if (axios.isAxiosError(e)) show(e.response.data);'), errors: ['unguarded'] },
    { code: caught('if (e instanceof axios.AxiosError) show(e.response.data);'), errors: ['unguarded'] },
    { code: caught('if (e instanceof Error) show(e.response.data);'), errors: ['unguarded'] },
    { code: caught('if (e.code === "ERR_CANCELED") return; show(e.response.data);'), errors: ['unguarded'] },
    { code: caught("if (typeof e.response === 'undefined') show(e.response.data);"), errors: ['unguarded'] },
    { code: caught('if (e.response || retry) show(e.response.data);'), errors: ['unguarded'] },
    { code: caught('if (!e.response) log(e); show(e.response.data);'), errors: ['unguarded'] },
    // A request that is out of sight.
    {
      code: 'export async function save(user) { try { await users.update(user); } catch (err) { toast.error(err.response.data.message); } }',
      errors: ['unguarded'],
    },
    { code: 'users.update(user).then(done).catch((err) => { show(err.response.data); });', errors: ['unguarded'] },
    { code: 'users.update(user).then(done, ({ response }) => show(response.data));', errors: ['unguarded'] },
    {
      code: 'users.update(user).catch(failed); function failed(err) { show(err.response.data); }',
      errors: ['unguarded'],
    },
    {
      code: "import axios from 'axios'; axios.interceptors.response.use((res) => res, (error) => { if (error.response.status === 401) leave(); return Promise.reject(error); });",
      errors: ['unguarded'],
    },
    {
      code: "import axios from 'axios'; axios.interceptors.response.use(undefined, (error) => { if (axios.isAxiosError(error) && error.response.status === 401) leave(); throw error; });",
      errors: ['unguarded'],
    },
    {
      code: "import ky from 'ky'; export async function f(u) { try { return await ky(u).json(); } catch (e) { throw new Error(await e.response.text()); } }",
      errors: ['unguarded'],
    },
    {
      filename: 'a.ts',
      code: "import axios, { type AxiosError } from 'axios'; export async function f(u: string) { try { return await axios.get(u); } catch (e: unknown) { const error = e as AxiosError<{ message: string }>; throw new Error(error.response!.data.message); } }",
      errors: ['unguarded'],
    },
    {
      filename: 'a.ts',
      code: "import axios from 'axios'; export async function f(u: string) { try { return await axios.get(u); } catch (e) { show((e as any).response.data); } }",
      errors: ['unguarded'],
    },
  ],
});
