// Builds the site: first what runs in the browser, then the pages that name those files.
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import Eleventy from '@11ty/eleventy';
import { build } from 'vite';
import { configFor as viteConfig } from '../vite.config.js';
import { configFor as eleventyConfig } from './eleventy.js';

/**
 * @param {string} root the folder of the repository, whose plugin is built
 * @param {string} out the folder that is written, emptied first
 */
export async function buildSite(root, out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build(viteConfig(out));
  const pages = new Eleventy(relative('.', join(root, 'site/pages')), relative('.', out), {
    quietMode: true,
    config: eleventyConfig({ root, out }),
  });
  await pages.write();
}
