/**
 * What the rules are known to be wrong about, by cause. A program that differs is made as small as it can be; what is then
 * left of it says why it differs.
 */
export interface Cause {
  readonly name: string;
  /** `rule kind`, as in a difference. */
  readonly of: RegExp;
  /** What the smallest programs have. */
  readonly has: RegExp;
}

/** The first that fits is taken. */
export const causes: readonly Cause[] = [
  { name: 'what an async generator gives out is not followed', of: /missed/, has: /async function\* / },
  {
    name: 'requests in a list that is waited for one by one are not followed',
    of: /missed/,
    has: /for await \(const \w+ of \[/,
  },
  {
    name: 'a loop over a list of requests may go on after its first turn, for all that is known',
    of: /no-unchecked-response: false/,
    has: /for await \(const \w+ of \[/,
  },
  {
    name: 'what one response decides is not kept together with what becomes of another',
    of: /no-unchecked-response: false/,
    has: /fetch[^]*'\/\d+'[^]*'\/\d+'/,
  },
  {
    name: 'a closure that sees a response may look at it',
    of: /no-unchecked-response: missed/,
    has: /const (later|sync)/,
  },
  {
    name: 'a condition that is remembered looks where it is made, not where it is read',
    of: /branch: false read/,
    has: /const (flag|all|status|\{ ok: flag)/,
  },
  {
    name: 'a read in a helper that stands further down counts as behind the check',
    of: /branch: false read/,
    has: /\bp\.(json|text|body|clone)/,
  },
  { name: 'a branch that holds only an expression counts as empty', of: /branch: false ignored/, has: /&&|\|\|/ },
  {
    name: 'a look behind the read hides the one before it',
    of: /branch: missed/,
    has: /(json|text)\(\)[^]*\.(ok|status)|body\)[^]*\.(ok|status)/,
  },
  { name: 'a check whose branch holds nothing for some errors', of: /branch: missed/, has: /if \(/ },
  {
    name: 'a default in a pattern hides what the pattern takes',
    of: /200-only: false/,
    has: /ok: \w+ = false|status: \w+ = 0|status = 0/,
  },
  { name: 'other successes are told from failures elsewhere', of: /200-only: false/, has: /\.ok|< 400|>= 400|>= 500/ },
  { name: 'a helper is judged without the statuses that its callers leave', of: /200-only: false/, has: /\bp\.status/ },
  { name: 'a comparison beside another test of the status', of: /200-only: missed/, has: /\|\||&&/ },
  { name: 'a comparison that is always true parts nothing', of: /200-only: false/, has: /\|\|/ },
  { name: 'a condition on a list parts nothing', of: /200-only: missed/, has: /\.(some|every)\(/ },
  {
    name: 'a switch without cases looks at nothing',
    of: /no-unchecked-response: false/,
    has: /switch \(\w+\.status\) \{\n\}/,
  },
  { name: 'a variable that is only updated counts as read', of: /no-unchecked-response: missed/, has: /(&&|\|\|)=/ },
  { name: 'a helper that keeps its response to itself drops it', of: /missed dropped/, has: /function get|get\d+ = / },
  { name: 'a read that only failures reach counts as that of a success', of: /branch: false read/, has: /else|throw/ },
  { name: 'a branch that holds only a loop counts as empty', of: /branch: false ignored/, has: /for await/ },
  { name: 'a check in the head of a loop holds no branch', of: /branch: missed/, has: /while \(/ },
];

export const unknownCause = 'unknown';

/** The name of the cause by which the smallest program of its kind differs. */
export const causeOf = (kind: string, text: string): string =>
  causes.find(({ of, has }) => of.test(kind) && has.test(text))?.name ?? unknownCause;
