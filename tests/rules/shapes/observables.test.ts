import no200Only from '../../../rules/no-200-only.js';
import noImpossibleStatus from '../../../rules/no-impossible-status.js';
import noUncheckedResponse from '../../../rules/no-unchecked-response.js';
import noUnguardedErrorResponse from '../../../rules/no-unguarded-error-response.js';
import requireErrorBranch from '../../../rules/require-error-branch.js';
import { testVerdicts } from '../tester.js';

// Clients that give an observable: `HttpClient` of Angular, `HttpService` of NestJS.

const rxjs =
  "import { catchError, EMPTY, firstValueFrom, lastValueFrom, map, of, switchMap, tap, throwError, timeout } from 'rxjs';\n";

const inAngular = (body: string): string =>
  `import { HttpClient, HttpErrorResponse } from '@angular/common/http';\n${rxjs}class Users {\n  constructor(private http: HttpClient) {}\n  async load(u) { ${body} }\n}`;

const inNest = (body: string): string =>
  `import { HttpService } from '@nestjs/axios';\n${rxjs}class Users {\n  constructor(private readonly http: HttpService) {}\n  async load(u) { ${body} }\n}`;

const whole = "{ observe: 'response' }";
const any = '{ validateStatus: () => true }';
const only200 = '(r) => { if (r.status === 200) { show(r.body); } else { fail(); } }';

testVerdicts('no-200-only', no200Only, {
  valid: [
    // The parsed body has a status of its own.
    inAngular(`this.http.get(u).subscribe(${only200});`),
    inAngular(`this.http.get(u, { observe: 'body' }).subscribe(${only200});`),
    inAngular(`this.http.get(u, options).subscribe(${only200});`),
    inAngular(`other.get(u, ${whole}).subscribe(${only200});`),
    inAngular(`const users$ = this.http.get(u, ${whole}); return users$;`),
  ],
  invalid: [
    inAngular(`this.http.get(u, ${whole}).subscribe(${only200});`),
    inAngular(`this.http.post(u, {}, ${whole}).subscribe({ next: ${only200} });`),
    inAngular(`this.http.request('GET', u, ${whole}).pipe(timeout(5), tap(${only200})).subscribe();`),
    inAngular(`return this.http.get(u, ${whole}).pipe(map(${only200}), catchError(() => none));`),
    inAngular(`const r = await firstValueFrom(this.http.get(u, ${whole})); (${only200})(r);`),
    inAngular(`const r = await this.http.get(u, ${whole}).toPromise(); if (r.status === 200) show(); else fail();`),
    `import { inject } from '@angular/core';\nimport { HttpClient } from '@angular/common/http';\nclass Users { http = inject(HttpClient); load(u) { this.http.get(u, ${whole}).subscribe(${only200}); } }`,
  ].map((code) => ({ code, errors: ['onlyAfterReject'] })),
});

testVerdicts('no-impossible-status', noImpossibleStatus, {
  valid: [inNest(`this.http.get(u, ${any}).subscribe((r) => { if (r.status >= 400) fail(); });`)],
  invalid: [
    {
      code: inAngular(`this.http.get(u, ${whole}).subscribe((r) => { if (r.status >= 400) fail(); });`),
      errors: ['never'],
    },
  ],
});

testVerdicts('no-unchecked-response', noUncheckedResponse, {
  valid: [
    inNest('const r = await firstValueFrom(this.http.get(u)); save(r.data.token);'),
    inNest(
      `const r = await firstValueFrom(this.http.get(u, ${any})); if (r.status >= 400) throw r; save(r.data.token);`,
    ),
    inNest(`return this.http.get(u, ${any});`),
    inNest(`return this.http.get(u, ${any}).pipe(retryWhen(x));`),
    inNest(`this.http.get(u, ${any}).subscribe(observer);`),
    inNest(`const users$ = this.http.get(u, ${any}); users$.subscribe((r) => save(r.data.token));`),
    inNest('const r = await this.http.axiosRef.get(u); save(r.data.token);'),
    inNest(`const r = await this.other.axiosRef.get(u, ${any}); save(r.data.token);`),
  ],
  invalid: [
    ...[
      `const r = await firstValueFrom(this.http.get(u, ${any})); save(r.data.token);`,
      `const d = await lastValueFrom(this.http.post(u, {}, ${any}).pipe(timeout(5), map((r) => r.data))); save(d.token);`,
      `this.http.get(u, ${any}).subscribe({ next: (r) => save(r.data.token), error: fail });`,
      `const r = await this.http.axiosRef.get(u, ${any}); save(r.data.token);`,
      // What an observer asks for itself.
      'this.http.get(u).subscribe({ next: async () => { const r = await fetch(u); show(await r.json()); } });',
    ].map((body) => ({ code: inNest(body), errors: ['unchecked'] })),
    {
      code: inNest('this.http.delete(u, { validateStatus: null }).subscribe(() => { toast("Deleted"); });'),
      errors: ['dropped'],
    },
  ],
});

const onlyLocked = '(error) => { if (error.status === 423) { this.lock(); } }';
const tells404 = (otherwise: string): string =>
  `(error) => { if (error.status === 404) return of(null); ${otherwise} }`;

// What an observer or an operator is given where the request fails.
testVerdicts('require-error-branch', requireErrorBranch, {
  valid: [
    // No answer has the status 0 of Angular, and who asks for it tells no answers apart.
    inAngular('this.http.get(u).subscribe({ next: show, error: (e) => { if (e.status === 0) offline(); } });'),
    inAngular(`this.http.get(u).pipe(catchError(${tells404('throw error;')})).subscribe(show);`),
    inAngular(`this.http.get(u).pipe(catchError(${tells404('return throwError(() => error);')})).subscribe(show);`),
    inAngular(`this.http.get(u).pipe(catchError(${tells404('return EMPTY;')})).subscribe(show);`),
    inAngular(
      'this.http.get(u).subscribe({ error: (e) => { if (e.status === 404) this.missing = true; else this.failed = true; } });',
    ),
    inAngular(
      'this.http.get(u).subscribe({ error: (e) => { switch (e.status) { case 404: gone(); break; default: fail(e); } } });',
    ),
    // Whose error it is, is not known.
    // An operator before it makes errors of its own.
    inAngular(`this.http.get(u).pipe(catchError(this.fail)).subscribe({ error: ${onlyLocked} });`),
    inAngular(
      `try { await firstValueFrom(this.http.get(u).pipe(catchError(this.fail))); } catch (error) { if (error.status === 423) lock(); }`,
    ),
    inAngular(`this.users.load(u).subscribe({ next: show, error: ${onlyLocked} });`),
    inAngular(`store.subscribe(show, ${onlyLocked});`),
    inNest('this.http.get(u).subscribe({ error: (e) => { if (e.response?.status === 404) gone(); else throw e; } });'),
    // An `HttpErrorResponse` of somebody else.
    `import { HttpErrorResponse } from './errors';\nusers.load().subscribe({ error: (error: HttpErrorResponse) => { if (error.status === 423) lock(); } });`,
  ].map((code) => ({ code, filename: 'a.ts' })),
  invalid: [
    inAngular(`this.http.get(u).subscribe({ next: show, error: ${onlyLocked} });`),
    inAngular(`this.http.post(u, {}).subscribe(show, ${onlyLocked});`),
    inAngular(`this.http.get(u, ${whole}).pipe(map((r) => r.body)).subscribe({ next: show, error: ${onlyLocked} });`),
    inAngular(`this.http.get(u, options).subscribe({ next: show, error: ${onlyLocked} });`),
    inAngular(`this.http.get(u).subscribe({ next: show, error(error) { if (error.status === 423) this.lock(); } });`),
    inAngular(`this.http.get(u).pipe(catchError(${onlyLocked})).subscribe(show);`),
    inAngular(`this.http.get(u).pipe(timeout(5), catchError(${onlyLocked})).subscribe(show);`),
    inAngular(`this.ids.pipe(switchMap((id) => this.http.get(id)), catchError(${onlyLocked})).subscribe(show);`),
    inAngular(`try { await firstValueFrom(this.http.get(u)); } catch (error) { if (error.status === 423) lock(); }`),
    inAngular(
      `try { await lastValueFrom(this.http.get(u).pipe(timeout(5))); } catch (error) { if (error instanceof HttpErrorResponse && error.status === 423) lock(); }`,
    ),
    // A request out of sight, whose error has its type.
    inAngular(
      'this.users.load(u).subscribe({ next: show, error: (error: HttpErrorResponse) => { if (error.status === 423) lock(); } });',
    ),
    inNest('this.http.get(u).subscribe({ error: (e) => { if (e.response?.status === 404) gone(); } });'),
    inNest('this.http.get(u).pipe(catchError((e) => { if (e.response?.status === 404) gone(); })).subscribe(show);'),
    inNest(
      'try { await firstValueFrom(this.http.get(u)); } catch (error) { if (error.response?.status === 423) lock(); }',
    ),
  ].map((code) => ({ code, filename: 'a.ts', errors: ['swallowed'] })),
});

testVerdicts('no-unguarded-error-response', noUnguardedErrorResponse, {
  valid: [
    inAngular('this.http.get(u).pipe(catchError((e) => { show(e.error.message); throw e; })).subscribe(show);'),
    inNest('this.http.get(u).pipe(catchError((e) => { throw e.response?.data; })).subscribe(show);'),
    inNest('return this.http.get(u).pipe(map((r) => r.data), catchError((e) => { throw e.response?.data ?? e; }));'),
    inNest(
      'try { await firstValueFrom(this.http.get(u).pipe(catchError(fail))); } catch (e) { show(e.response.message); }',
    ),
    // What a controller throws has a `response` of its own.
    'import { catchError } from "rxjs";\nexport const intercept = (next) => next.handle().pipe(catchError((e) => { throw e.response.message; }));',
    'users.load().subscribe({ error: (e) => show(e.response.data) });',
    inNest('return this.http.get(u).pipe(catchError(fail)); function fail(e) { throw e.response.data; }'),
  ],
  invalid: [
    inNest('return this.http.get(u).pipe(catchError((e) => { throw e.response.data; }));'),
    inNest(
      'const { data } = await firstValueFrom(this.http.get(u).pipe(catchError((error) => { log(error.response.data); throw "failed"; }))); return data;',
    ),
    inNest('this.http.get(u).subscribe({ next: show, error: (e) => show(e.response.data) });'),
    inNest('this.http.get(u).subscribe(show, ({ response }) => show(response.data));'),
    inNest('try { await lastValueFrom(this.http.get(u)); } catch (e) { throw new Error(e.response.data.message); }'),
    // Whoever gives it its errors, its type says whose they are.
    `import { AxiosError } from 'axios';\nimport { catchError } from 'rxjs';\nfunction fail(e: AxiosError) { throw e.response!.data; }\nexport const load = () => users.load().pipe(catchError(fail));`,
  ].map((code) => ({ code, filename: 'a.ts', errors: ['unguarded'] })),
});

testVerdicts('no-impossible-status', noImpossibleStatus, {
  valid: [
    // A success of which the body is no JSON, and a request without an answer.
    inAngular('this.http.get(u).subscribe({ error: (e) => { if (e.status === 200) show(e.error.text); } });'),
    inAngular('this.http.get(u).subscribe({ error: (e) => { if (e.status === 0) offline(); } });'),
  ],
  invalid: [
    {
      code: inAngular(
        'this.http.get(u).subscribe({ error: (e) => { if (e.status === 404) gone(); else if (e.status === 404) fail(); } });',
      ),
      errors: ['never'],
    },
    {
      code: inAngular('this.http.get(u).pipe(catchError((e) => { if (e.status === "404") gone(); throw e; }));'),
      errors: ['asText'],
    },
    {
      code: inNest('this.http.get(u).subscribe({ error: (e) => { if (e.response?.status === 200) gone(); } });'),
      errors: ['never'],
    },
  ],
});
