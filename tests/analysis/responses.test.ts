import { describe, expect, it } from 'vitest';
import { requests } from './requests.js';

describe('the responses of a file', () => {
  it('are in the order of their calls, whatever calls what', () => {
    expect(requests('const f = async () => (await get(1)).json(); const get = (u) => fetch(u);')).toEqual([
      'get',
      'fetch',
    ]);
  });

  it('are none where nothing is requested', () => {
    expect(requests('// fetch\nexport const x = 1;')).toEqual([]);
  });
});
