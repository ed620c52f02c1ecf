import type { TSESTree } from '@typescript-eslint/utils';
import { memberName, unwrap, type Node } from '../syntax/nodes.js';
import { requiredModule } from '../syntax/require.js';

/** Modules that there are on a server alone: Node's own, its clients and the frameworks of servers. */
const serverModules = new Set([
  ...['fs', 'fs/promises', 'path', 'os', 'http', 'https', 'net', 'child_process', 'stream', 'zlib', 'worker_threads'],
  ...['undici', 'node-fetch', 'express', 'fastify', 'koa', 'hono', 'h3', 'next/server', 'next/headers', '@hapi/hapi'],
  ...['@nestjs/common', '@sveltejs/kit/node', '@remix-run/node', '@trpc/server', 'aws-lambda', 'server-only'],
]);

const isServerModule = (name: string): boolean => name.startsWith('node:') || serverModules.has(name);

/** `import fs from 'node:fs'`, `const express = require('express')`: whether a module is one of a server. */
export function importsServerModule(body: readonly Node[]): boolean {
  return body.some((node) => {
    if (node.type === 'ImportDeclaration') return node.importKind !== 'type' && isServerModule(node.source.value);
    if (node.type !== 'VariableDeclaration') return false;
    return node.declarations.some(({ init }) => {
      const value = init && unwrap(init);
      const module = value?.type === 'CallExpression' ? requiredModule(value) : undefined;
      return module !== undefined && isServerModule(module);
    });
  });
}

/** Globals and types that runtimes of servers and of workers at the edge declare. */
const serverGlobals = new Set(['Deno', 'Bun', 'ExecutionContext']);

/** `process.exit`, `process.argv`, `Deno.serve`; bundlers put the values of `process.env` into code for browsers, too. */
export function isServerGlobal(identifier: TSESTree.Identifier): boolean {
  const { parent, name } = identifier;
  if (serverGlobals.has(name)) return true;
  const isMember = parent.type === 'MemberExpression' && parent.object === identifier;
  return name === 'process' && isMember && memberName(parent) !== 'env';
}

/** Classes of the answers that a server gives by the Fetch standard, its own and that of `next/server`. */
export const isResponseClass = (name: string): boolean => /^(Next)?Response$/.test(name);

/** The answer of Express, Fastify and their kin that a call sends: `res` of `res.json(data)` and `res.status(200).send(text)`. */
export function answersWith({ callee }: TSESTree.CallExpression): string | undefined {
  if (callee.type !== 'MemberExpression' || !/^(json|send)$/.test(memberName(callee) ?? '')) return undefined;
  const { object } = callee;
  const setter =
    object.type === 'CallExpression' && object.callee.type === 'MemberExpression' ? object.callee : undefined;
  const owner = setter && memberName(setter) === 'status' ? setter.object : object;
  return owner.type === 'Identifier' && /^(res|resp|response|reply)$/i.test(owner.name) ? owner.name : undefined;
}

/** Functions that a framework calls for each request, by their names: `export async function POST(request)`, `loader`. */
export const isRequestHandler = (name: string): boolean =>
  /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|handler|loader|action|fetch)$/.test(name);

/** Methods that call the function they are given many times: `app.get('/', …)`, `server.on('request', …)`, `urls.map(…)`. */
export const callsEachTime = (name: string): boolean =>
  /^(get|post|put|patch|delete|all|use|route|on|createServer|serve|map|forEach)$/.test(name);
