/** What the room of syntax has to know of names; the room of models says it. */
export interface Vocabulary {
  /** A method that says whether a text has something in it: `type.includes('json')`. */
  testsText(method: string): boolean;
  /** A method that does not change what it is called on: `text.trim()`, `list.map(f)`. */
  leavesAsIs(method: string): boolean;
  /** A function that gives the function it is given: `useCallback(load, [])`. */
  givesSameFunction(name: string): boolean;
}
