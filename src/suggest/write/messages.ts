/**
 * What the suggestions are called in the editor's menu, which puts the rule's name behind. Each names the statuses for
 * which something changes, but where the code throws now whatever the status is.
 */
export const suggestionMessages = {
  check: '{{exit}} for any status outside 200–299',
  checkRest: '{{exit}} for any other status outside 200–299',
  checkDefault: 'Add a `default` that throws for any status without a case',
  awaitAndCheck: 'Wait for the response, and {{exit}} for any status outside 200–299',
  useOk: 'Test `{{good}}`, so that 201–299 count as success too',
  testInstead: 'Test `{{good}}` instead, to tell any status outside 200–299',
  useOkAlone: 'Test `{{good}}`, so that 200–299 count as success',
  useOkWithBody: 'Count 201–299 as success too, except for 204, which has no body',
  addCases: 'Add the cases {{cases}}, which are successes too',
  addCase: 'Add the case {{cases}}, which is a success too',
  mark: 'Mark the request with `void`: nothing waits for it on purpose',
  moveEdge: 'Write `{{operator}}`: that changes what happens on a {{status}}, and on nothing else',
  compareNumber: 'Compare with the number: that changes what happens on a {{status}}, and on nothing else',
  addThrowingCases: 'Add {{cases}}, where it throws',
  addThrowingDefault: 'Add a `default` that throws for {{cases}}',
  addThrowingElse: 'Add an `else` that throws for {{cases}}',
  addThrowingHandlers: 'Add handlers for {{cases}} that throw',
  testByType: 'Test `{{good}}`, by which TypeScript narrows',
  sayStatus: 'Say the status in the message, for any status outside 200–299',
  cloneFirst: 'Read a `{{copy}}()` first, so that the body is there for both reads',
  passNull: 'Pass `null` as the body, since this status takes none',
  storeSuccess: 'Store it where `{{good}}` is true, and not for any status outside 200–299',
  readIfAnswered: 'Read it with `?.`, which changes only what happens where no answer came',
  compareEach: 'Compare the status with {{status}}, so that nothing but these passes',
};

export type SuggestionId = keyof typeof suggestionMessages;
