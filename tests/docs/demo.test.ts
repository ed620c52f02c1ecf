import { expect, it } from 'vitest';
import { node, root } from '../support/sandbox.js';

it('shows every recommended rule on the broken dashboard and none on the fixed one', () => {
  const { code, err } = node(root, 'scripts/demo.js');
  expect(err).toBe('');
  expect(code).toBe(0);
});
