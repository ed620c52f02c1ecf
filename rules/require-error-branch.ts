import { createRule } from './create-rule.js';

export default createRule({
  name: 'require-error-branch',
  meta: {
    type: 'problem',
    docs: { description: 'placeholder', preset: 'recommended' },
    schema: [],
    messages: { wrong: 'wrong' },
    defaultOptions: [],
  },
  defaultOptions: [],
  create() {
    return {};
  },
});
