import { describe, expect, it } from 'vitest';
import { lintUser } from './project.js';

const http = `
export const send = async (url, init = {}, { responseType = 'json', retries = 1 } = {}) => {
  const response = await fetch(url, init);
  if (responseType === 'raw') return response;
  const result = await response.json();
  if (response.ok) return result;
  if (response.status === 502 && retries > 0) return send(url, init, { responseType, retries: retries - 1 });
  throw new Error(result.message);
};
`;
const api = `
import { send } from './http';
export const call = async (path, { method = 'GET', responseType = 'json' } = {}) => send('/api' + path, { method }, { responseType });
export const whole = async (path, options = {}) => send('/api' + path, {}, options);
export const either = async (path, options) => send('/api' + path, {}, { responseType: options.responseType });
`;

const found = (call: string) =>
  lintUser(
    `import { send } from './http';\nimport { call, either, whole } from './api';\nexport async function save(o) {\nawait ${call};\ntoast('Saved');\n}`,
    { 'http.ts': http, 'api.ts': api },
  );

describe('a word that decides what a function of another file gives', () => {
  it.each([
    "send('/x')",
    "call('/x', { method: 'DELETE' })",
    "whole('/x', { responseType: 'json' })",
    "whole('/x')",
    "either('/x', { responseType: 'text' })",
  ])('is followed to what it checked: %s', (call) => {
    expect(found(call)).toEqual([]);
  });

  it.each([
    "send('/x', {}, { responseType: 'raw' })",
    "call('/x', { responseType: 'raw' })",
    "whole('/x', { responseType: 'raw' })",
    "either('/x', { responseType: 'raw' })",
  ])('is followed to what it did not check: %s', (call) => {
    expect(found(call)).toEqual([`no-unchecked-response 4: ${call.replace(/\(.*/, '')}`]);
  });
});
