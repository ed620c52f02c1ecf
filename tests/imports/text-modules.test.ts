import { describe, expect, it } from 'vitest';
import { exportsIn, importsIn } from '../../src/sources/imports/text-modules.js';

const taken = (text: string) => importsIn(text).map(({ specifier, name }) => `${specifier} ${name ?? '*'}`);

function exported(text: string) {
  const { own, passedOn, stars } = exportsIn(text);
  const passed = [...passedOn].map(([as, { specifier, name }]) => `${as} = ${specifier} ${name ?? '*'}`);
  return [...own, ...passed, ...stars.map((specifier) => `* = ${specifier}`)];
}

describe('what a text imports', () => {
  it.each([
    ["import api from './api';", ['./api default']],
    ["import api, { get as load, type Item } from './api';", ['./api get', './api default']],
    ["import * as api from './api';", ['./api *']],
    ["import api, * as all from './api';", ['./api *', './api default']],
    ['import {\n  get,\n  post,\n} from "./api";', ['./api get', './api post']],
    ["import './effects';", ['./effects *']],
    ["import type { Item } from './api';", []],
    ["import type from './types';", ['./types default']],
    ["const api = require('./api'); const later = import('./later');", ['./api *', './later *']],
    ["import { a } from './a'; import { b } from './b';", ['./a a', './b b']],
    ["import './effects';\nimport { b } from './b';", ['./b b', './effects *']],
    ["export { a } from './a'; export * from './b';", []],
  ])('%s', (text, expected) => expect(taken(text)).toEqual(expected));
});

describe('what a text exports', () => {
  it.each([
    ['export const get = 1; export function post() {} export async function put() {}', ['get', 'post', 'put']],
    [
      'export function* pages() {} export class Api {} export enum Code {} export const enum Fast {}',
      ['pages', 'Api', 'Code', 'Fast'],
    ],
    ['export abstract class Base {}', ['Base']],
    ['export const { get, post: send } = createClient();', ['get', 'send']],
    ['export default () => 1;', ['default']],
    ['const a = 1; export { a, a as b };', ['a', 'b']],
    ["export { get as load, default as api } from './api';", ['load = ./api get', 'api = ./api default']],
    ["export * from './a'; export * as b from './b';", ['b = ./b *', '* = ./a']],
    ["export type { Item } from './api'; export type Other = 1;", []],
  ])('%s', (text, expected) => expect(exported(text)).toEqual(expected));
});
