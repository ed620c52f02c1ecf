// What ESLint asks of Node where there is none.
Object.assign(globalThis, { process: { env: {}, platform: 'browser', cwd: () => '/', emitWarning: () => undefined } });
