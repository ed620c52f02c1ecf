import { StatusSet, success } from '../../status/index.js';
import { absent, type Client } from '../client.js';

const forms = ['postForm', 'putForm', 'patchForm'];
const withBody = ['post', 'put', 'patch', ...forms];

/** `axios`, and the instances that `axios.create` makes. */
export const axiosClient: Client = {
  name: 'axios',
  globals: [],
  modules: {},
  objects: [
    {
      methods: new Set(['request', 'get', 'delete', 'head', 'options', ...withBody]),
      isCalled: true,
      optionsAt: Object.fromEntries(withBody.map((method) => [method, 2])),
      globals: ['axios'],
      modules: { axios: ['default', 'axios', '*'] },
      types: { axios: ['AxiosInstance', 'AxiosStatic', 'Axios'] },
      holders: [{ types: { '@nestjs/axios': ['HttpService'] }, property: 'axiosRef' }],
      extending: new Set(['create']),
      interceptors: ['interceptors', 'response', 'use'],
    },
  ],
  statuses: success,
  statusOptions: [
    {
      name: 'validateStatus',
      values: { null: StatusSet.all, undefined: StatusSet.all, false: StatusSet.all },
    },
  ],
  rejection: {
    status: ['response', 'status'],
    mayBeMissing: true,
    response: ['response'],
    shortcuts: ['status'],
    // Since 1.7.5.
    areRecent: true,
    kinds: ['AxiosError', 'isAxiosError'],
    types: { axios: ['AxiosError'] },
  },
  request: {
    method: 'method',
    defaultMethod: 'GET',
    probes: new Set(['HEAD', 'OPTIONS']),
  },
  members: {
    status: 'status',
    body: 'data',
    isParsed: true,
    readers: new Set(),
    copies: new Set(),
    discards: new Set(['cancel', 'destroy', 'dump', 'resume']),
    hints: new Set(['statusText', 'config', 'request']),
    telling: new Set(['statusText', 'headers']),
    mistaken: absent('statusCode', 'ok'),
    says: new Map(),
  },
};
