import { StatusSet } from '../../src/status/index.js';

/**
 * One row of the truth table of `Is1xx` to `Is5xx`: a type, the statuses that its values can be, and the verdicts. The same
 * rows are asked of StatusSet when the tests run and of the types when they are compiled, so the two cannot drift apart.
 */
export interface Row {
  /** As written in TypeScript; `Code` is an enum, see `preamble`. */
  readonly type: string;
  readonly statuses: StatusSet;
  /** Whether a value of the type may also be something that is not a status, such as 42 or '404'. */
  readonly others: boolean;
  /** The verdict for each of the five groups. */
  readonly is: Verdicts;
}

export type Verdict = 'true' | 'false' | 'boolean' | 'never';
type Verdicts = readonly [Verdict, Verdict, Verdict, Verdict, Verdict];

const none = StatusSet.empty;
const { of } = StatusSet;
const only = (digit: number, verdict: Verdict): Verdicts =>
  [1, 2, 3, 4, 5].map((other) => (other === digit ? verdict : 'false')) as unknown as Verdicts;
const never: Verdicts = ['never', 'never', 'never', 'never', 'never'];
const no: Verdicts = ['false', 'false', 'false', 'false', 'false'];
const maybe: Verdicts = ['boolean', 'boolean', 'boolean', 'boolean', 'boolean'];

export const preamble = `
enum Code { Ok = 200, NotFound = 404, Unavailable = 503, Odd = 42 }
const enum Small { Gone = 410 }
`;

export const table: readonly Row[] = [
  // Literals of each group, registered or not, and its edges
  { type: '100', statuses: of(100), others: false, is: only(1, 'true') },
  { type: '199', statuses: of(199), others: false, is: only(1, 'true') },
  { type: '200', statuses: of(200), others: false, is: only(2, 'true') },
  { type: '299', statuses: of(299), others: false, is: only(2, 'true') },
  { type: '300', statuses: of(300), others: false, is: only(3, 'true') },
  { type: '399', statuses: of(399), others: false, is: only(3, 'true') },
  { type: '400', statuses: of(400), others: false, is: only(4, 'true') },
  { type: '404', statuses: of(404), others: false, is: only(4, 'true') },
  { type: '499', statuses: of(499), others: false, is: only(4, 'true') },
  { type: '500', statuses: of(500), others: false, is: only(5, 'true') },
  { type: '599', statuses: of(599), others: false, is: only(5, 'true') },

  // Numbers and other things that are in no group
  { type: '0', statuses: of(0), others: false, is: no },
  { type: '4', statuses: none, others: true, is: no },
  { type: '42', statuses: none, others: true, is: no },
  { type: '99', statuses: none, others: true, is: no },
  { type: '600', statuses: of(600), others: false, is: no },
  { type: '999', statuses: of(999), others: false, is: no },
  { type: '4000', statuses: none, others: true, is: no },
  { type: '-404', statuses: none, others: true, is: no },
  { type: '404.5', statuses: none, others: true, is: no },
  { type: '404n', statuses: none, others: true, is: no },
  { type: "'404'", statuses: none, others: true, is: no },
  { type: "'4xx'", statuses: none, others: true, is: no },
  { type: 'string', statuses: none, others: true, is: no },
  { type: 'boolean', statuses: none, others: true, is: no },
  { type: 'null', statuses: none, others: true, is: no },
  { type: 'undefined', statuses: none, others: true, is: no },
  { type: '{ status: 404 }', statuses: none, others: true, is: no },

  // Unions
  { type: '404 | 410', statuses: of(404, 410), others: false, is: only(4, 'true') },
  { type: '200 | 404', statuses: of(200, 404), others: false, is: ['false', 'boolean', 'false', 'boolean', 'false'] },
  { type: '404 | 500', statuses: of(404, 500), others: false, is: ['false', 'false', 'false', 'boolean', 'boolean'] },
  { type: '404 | 999', statuses: of(404, 999), others: false, is: only(4, 'boolean') },
  { type: "404 | '404'", statuses: of(404), others: true, is: only(4, 'boolean') },
  { type: '404 | undefined', statuses: of(404), others: true, is: only(4, 'boolean') },
  { type: 'Types.Status4xx', statuses: StatusSet.range(400, 499), others: false, is: only(4, 'true') },
  {
    type: 'Types.Status4xx | Types.Status5xx',
    statuses: StatusSet.range(400, 599),
    others: false,
    is: ['false', 'false', 'false', 'boolean', 'boolean'],
  },
  {
    type: 'Types.NullBodyStatus',
    statuses: of(101, 103, 204, 205, 304),
    others: false,
    is: ['boolean', 'boolean', 'boolean', 'false', 'false'],
  },

  // Enums and intersections keep their value
  { type: 'Code.NotFound', statuses: of(404), others: false, is: only(4, 'true') },
  { type: 'Code.Ok', statuses: of(200), others: false, is: only(2, 'true') },
  { type: 'Code.Odd', statuses: none, others: true, is: no },
  { type: 'Code', statuses: of(200, 404, 503), others: true, is: ['false', 'boolean', 'false', 'boolean', 'boolean'] },
  { type: 'Small.Gone', statuses: of(410), others: false, is: only(4, 'true') },
  { type: "404 & { readonly brand: 'missing' }", statuses: of(404), others: false, is: only(4, 'true') },

  // Types that are too wide to tell, and nothing at all
  { type: 'number', statuses: StatusSet.all, others: true, is: maybe },
  { type: 'number | string', statuses: StatusSet.all, others: true, is: maybe },
  { type: '404 | (number & {})', statuses: StatusSet.all, others: true, is: maybe },
  { type: 'any', statuses: StatusSet.all, others: true, is: maybe },
  { type: 'unknown', statuses: StatusSet.all, others: true, is: maybe },
  { type: '{}', statuses: StatusSet.all, others: true, is: maybe },
  { type: 'never', statuses: none, others: false, is: never },
];
