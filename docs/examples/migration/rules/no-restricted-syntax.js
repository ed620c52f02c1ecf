import { defineConfig } from 'eslint/config';

const message = 'Check the status first.';

export default defineConfig([
  {
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.type='AwaitExpression'][object.argument.callee.name='fetch']", message },
        { selector: "CallExpression[callee.object.callee.name='fetch'][callee.property.name='then']", message },
      ],
    },
  },
]);
