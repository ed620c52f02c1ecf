import '@angular/compiler';
import 'reflect-metadata';
import { constants } from 'node:http2';
import { HttpStatusCode as AngularStatus } from '@angular/common/http';
import { HttpStatus } from '@nestjs/common';
import axios, { HttpStatusCode } from 'axios';
import httpStatus, { status } from 'http-status';
import legacy, { StatusCodes } from 'http-status-codes';
import { describe, expect, it } from 'vitest';
import { codeNamed, statusObjects } from '../../src/models/status-constants.js';

/** The objects themselves, by module and export. */
const real: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  'http-status-codes': { StatusCodes, default: legacy, '*': legacy },
  'http-status': { status, default: httpStatus, '*': httpStatus },
  axios: { HttpStatusCode },
  'node:http2': { constants },
  http2: { constants },
  '@nestjs/common': { HttpStatus },
  '@angular/common/http': { HttpStatusCode: AngularStatus },
};

const rows = Object.entries(statusObjects).flatMap(([module, names]) => names.map((name) => [module, name] as const));

describe.each(rows)('%s, %s', (module, name) => {
  /** Names of codes: the number of each, without what else the object has. */
  const codes = Object.entries(real[module]![name]!).filter(
    (entry): entry is [string, number] =>
      typeof entry[1] === 'number' &&
      !/^\d/.test(entry[0]) &&
      entry[1] >= 100 &&
      entry[1] < 600 &&
      (module.endsWith('http2') ? entry[0].startsWith('HTTP_STATUS_') : true),
  );

  it('has the codes that its names stand for', () => {
    expect(codes.length).toBeGreaterThan(50);
    const known = codes.filter(([key]) => codeNamed(key) !== undefined);
    expect(known.length / codes.length).toBeGreaterThan(0.85);
    for (const [key, code] of known) expect([key, codeNamed(key)]).toEqual([key, code]);
  });
});

it('axios has them as a member, too', () => expect(axios.HttpStatusCode).toBe(HttpStatusCode));

it('knows no name that stands for nothing', () => expect(codeNamed('HTTP2_HEADER_STATUS')).toBeUndefined());
