// The browser that the pages are tried in, and timed.
import { existsSync } from 'node:fs';

/** Where it mostly is; another one is named in CHROMIUM. */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @type {string | undefined} undefined where there is none */
export const browserPath = [process.env['CHROMIUM'], ...usual].find((one) => one !== undefined && existsSync(one));

/** Without most of these it asks the network for things of its own. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
