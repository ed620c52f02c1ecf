import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../scripts/types-build.js';
import { linkTo, renderCodes, renderGroups } from '../../scripts/types-generate.js';
import { nullBody, registry, registryUpdated } from '../../src/status/index.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('generated files', () => {
  it('say what the registry says; if not, run node scripts/types-generate.js', () => {
    expect(read('src/types/codes.generated.ts')).toBe(renderCodes(registry, registryUpdated));
    expect(read('src/types/groups.generated.ts')).toBe(renderGroups(nullBody));
  });

  it('dist/types is what the sources make; if not, run npm run build', () => {
    expect(read('dist/types/index.d.ts')).toBe(assemble());
    expect(read('dist/types/index.d.cts')).toBe(assemble());
  });

  it('would notice a changed phrase, document or code', () => {
    const [first = { code: 0, phrase: '', document: '' }, ...rest] = registry;
    for (const changed of [
      { ...first, phrase: 'Go on' },
      { ...first, document: 'RFC 1' },
      { ...first, code: 105 },
      { ...first, obsolete: true },
    ]) {
      expect(renderCodes([changed, ...rest], registryUpdated)).not.toBe(renderCodes(registry, registryUpdated));
    }
  });

  it('link each code to the section that defines it', () => {
    expect(linkTo('RFC 9110, Section 15.5.5')).toBe(
      '[RFC 9110, Section 15.5.5](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5)',
    );
    expect(linkTo('RFC 6585')).toBe('[RFC 6585](https://www.rfc-editor.org/rfc/rfc6585.html)');
    expect(linkTo('draft-x-01')).toBe('[draft-x-01](https://datatracker.ietf.org/doc/html/draft-x-01)');
  });
});

describe('the shipped file', () => {
  const shipped = assemble();

  it('is one file that needs no other', () => {
    expect(shipped).not.toMatch(/^import |from '\.|import\(/m);
    expect(shipped).not.toContain('prettier-ignore');
  });

  it('exports the names of the documentation and keeps the rest to itself', () => {
    const exported = [...shipped.matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name]) => name);
    expect(exported.sort()).toEqual(
      [
        ['StatusCode', 'InformationalStatusCode', 'SuccessfulStatusCode', 'RedirectionStatusCode'],
        ['ClientErrorStatusCode', 'ServerErrorStatusCode', 'StatusCodes', 'ReasonPhrase', 'StatusGroup'],
        [1, 2, 3, 4, 5].flatMap((digit) => [`Status${digit}xx`, `Is${digit}xx`]),
        ['StatusGroupOf', 'GroupsOf', 'NullBodyStatus', 'RedirectStatus', 'RetryableStatus'],
        [
          'TypedResponse',
          'NullBodyResponse',
          'EmptyResponse',
          'ResponseOf',
          'ResponseIn',
          'GroupedResponse',
          'StatusGuard',
          'AssertStatus',
        ],
        ['PickStatus', 'OmitStatus', 'StatusResult'],
        ['StatusHandlers', 'Unhandled', 'Exhaustive', 'MatchStatus', 'StatusLike', 'ToStatus'],
      ]
        .flat()
        .sort(),
    );
  });
});
