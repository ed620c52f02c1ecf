import { describe, expect, it } from 'vitest';
import { requestsIn } from './requests.js';

describe('the mode of a request', () => {
  it.each([
    "fetch(u, { mode: 'no-cors' })",
    "fetch(u, { method: x, 'mode': 'No-Cors' })",
    "fetch(u, { ...x, mode: ('no-cors') })",
    "fetch(new Request(u, { mode: 'no-cors' }))",
    "fetch({ url: u, mode: 'no-cors' })",
    "fetch.call(x, u, { mode: 'no-cors' })",
    'fetch(u, options)',
    'fetch(new Request(u, options))',
  ])('is such that its status cannot be seen: %s', (call) => {
    expect(requestsIn(`const options = { mode: 'no-cors' }; return (await ${call}).json();`)).toEqual([]);
  });

  it.each([
    "fetch(u, { mode: 'cors' })",
    'fetch(u, { mode: x })',
    "fetch(u, { [x]: 'no-cors' })",
    "fetch(u, { credentials: 'no-cors' })",
    "fetch(u, { mode: { to: 'no-cors' } })",
    'fetch(u, { mode: 1 })',
    'fetch(u, { ...x })',
    'fetch(u, x)',
    "fetch(u, x({ mode: 'no-cors' }))",
    'fetch(new Request(u))',
    'fetch(new Request(u, x))',
    'fetch(x(u, { mode: "no-cors" }))',
    'fetch({ url: u })',
  ])('does not hide its status: %s', (call) => {
    expect(requestsIn(`return (await ${call}).json();`)).toEqual(['fetch']);
  });
});
