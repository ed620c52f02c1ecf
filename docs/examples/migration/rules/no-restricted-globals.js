import { defineConfig } from 'eslint/config';

export default defineConfig([{ rules: { 'no-restricted-globals': ['error', 'fetch'] } }]);
