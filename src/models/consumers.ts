import type { ModuleExports } from './client.js';

/**
 * A function that is given a promise, and takes it for a success where that fulfils, with whatever status a response has:
 * it shows that, or keeps the response.
 */
export interface Consumer {
  /** The exports that are one, or have it as a method. */
  readonly modules: ModuleExports;
  /** Exported functions that make what has it as a method: `createCache` of `cache.wrap(…)`. */
  readonly makers?: ModuleExports;
  /** The method: `promise` of `toast.promise(…)`. Without it, the export itself is called. */
  readonly method?: string;
  /** The option with the function that makes the promise: `mutationFn`. Without it, the first argument is either. */
  readonly property?: string;
  /** The place of the promise, or of the function that makes it, where that is not the first. */
  readonly place?: number;
  /** The option that is a text, or a function which is given the response, for a success. Without it, nobody is told. */
  readonly told?: string;
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
  {
    modules: {
      '@tanstack/react-query': ['useQuery', 'useSuspenseQuery'],
      '@tanstack/vue-query': ['useQuery'],
      '@tanstack/solid-query': ['useQuery', 'createQuery'],
      'react-query': ['useQuery'],
    },
    property: 'queryFn',
    told: 'onSuccess',
    results: new Set(['data']),
  },
  // What they are given is kept for the next one who asks.
  { modules: { swr: ['mutate'] }, place: 1, told: 'populateCache' },
  {
    modules: {},
    makers: { 'cache-manager': ['createCache', 'caching', 'multiCaching'] },
    method: 'wrap',
    place: 1,
  },
];

/** Words of which one is in every file that has a consumer. */
export const consumerModules: readonly string[] = [
  ...new Set(consumers.flatMap(({ modules, makers }) => [...Object.keys(modules), ...Object.keys(makers ?? {})])),
];
