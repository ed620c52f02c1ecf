import type { Client } from '../client.js';
import { axiosClient } from './axios.js';

const [axios] = axiosClient.objects!;

/** `HttpService` of NestJS: axios, of which it gives observables. Its `axiosRef` is the instance itself. */
export const nestClient: Client = {
  ...axiosClient,
  name: 'HttpService',
  objects: [
    {
      methods: axios!.methods,
      isUsual: true,
      ...(axios!.optionsAt && { optionsAt: axios!.optionsAt }),
      types: { '@nestjs/axios': ['HttpService'] },
    },
  ],
  isObserved: true,
};
