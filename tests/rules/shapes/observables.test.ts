import no200Only from '../../../rules/no-200-only.js';
import noImpossibleStatus from '../../../rules/no-impossible-status.js';
import noUncheckedResponse from '../../../rules/no-unchecked-response.js';
import { testVerdicts } from '../tester.js';

// Clients that give an observable: `HttpClient` of Angular, `HttpService` of NestJS.

const rxjs = "import { catchError, firstValueFrom, lastValueFrom, map, tap, timeout } from 'rxjs';\n";

const inAngular = (body: string): string =>
  `import { HttpClient } from '@angular/common/http';\n${rxjs}class Users {\n  constructor(private http: HttpClient) {}\n  async load(u) { ${body} }\n}`;

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
