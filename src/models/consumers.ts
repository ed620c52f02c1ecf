import type { ModuleExports } from './client.js';

/** A function that is given a promise, and shows a success where that fulfils: with whatever status a response has. */
export interface Consumer {
  /** The exports that are one, or have it as a method. */
  readonly modules: ModuleExports;
  /** The method: `promise` of `toast.promise(…)`. Without it, the export itself is called. */
  readonly method?: string;
  /** The option with the function that makes the promise: `mutationFn`. Without it, the first argument is either. */
  readonly property?: string;
  /** The option that is a text, or a function which is given the response, for a success. */
  readonly told: string;
  /** The members of its result by which a program gets at the response. Without it, its result is the promise. */
  readonly results?: ReadonlySet<string>;
}

const mutations = { told: 'onSuccess', property: 'mutationFn', results: new Set(['data', 'mutateAsync']) };

export const consumers: readonly Consumer[] = [
  // sonner looks at `ok` itself, from 1.2.1 on.
  {
    modules: { 'react-hot-toast': ['default', 'toast'], 'react-toastify': ['toast'] },
    method: 'promise',
    told: 'success',
  },
  {
    modules: {
      '@tanstack/react-query': ['useMutation'],
      '@tanstack/vue-query': ['useMutation'],
      '@tanstack/solid-query': ['useMutation', 'createMutation'],
      'react-query': ['useMutation'],
    },
    ...mutations,
  },
];
