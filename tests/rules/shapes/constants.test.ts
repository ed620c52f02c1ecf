import no200Only from '../../../rules/no-200-only.js';
import noImpossibleStatus from '../../../rules/no-impossible-status.js';
import { testVerdicts } from '../tester.js';

// Status codes by the names that packages give them.

const compared = (imports: string, ok: string): string =>
  `${imports}\nasync function load(u) { const r = await fetch(u); if (r.status === ${ok}) { show(await r.json()); } else { fail(); } }`;

const named: readonly [imports: string, ok: string][] = [
  ["import { StatusCodes } from 'http-status-codes';", 'StatusCodes.OK'],
  ["import { StatusCodes as S } from 'http-status-codes';", "S['OK']"],
  ["import * as HttpStatus from 'http-status-codes';", 'HttpStatus.OK'],
  ["const { StatusCodes } = require('http-status-codes');", 'StatusCodes.OK'],
  ["import status from 'http-status';", 'status.OK'],
  ["import { status } from 'http-status';", 'status.OK'],
  ["const httpStatus = require('http-status');", 'httpStatus.OK'],
  ["import { HttpStatusCode } from 'axios';", 'HttpStatusCode.Ok'],
  ["import axios from 'axios';", 'axios.HttpStatusCode.Ok'],
  ["import { constants } from 'node:http2';", 'constants.HTTP_STATUS_OK'],
  ["import http2 from 'http2';\nconst { HTTP_STATUS_OK } = http2.constants;", 'HTTP_STATUS_OK'],
  ["import http2 from 'http2';\nconst { HTTP_STATUS_OK: good } = http2.constants;", 'good'],
  ["import { HttpStatus } from '@nestjs/common';", 'HttpStatus.OK'],
  ["import { HttpStatusCode } from '@angular/common/http';", 'HttpStatusCode.Ok'],
];

testVerdicts('no-200-only', no200Only, {
  valid: [
    compared("import { StatusCodes } from './codes';", 'StatusCodes.OK'),
    compared("import { StatusCodes } from 'http-status-codes';", 'StatusCodes.MINE'),
    compared("import { StatusCodes } from 'http-status-codes';", 'StatusCodes[name]'),
    compared("import { ReasonPhrases } from 'http-status-codes';", 'ReasonPhrases.OK'),
    compared("import http2 from 'http2';\nconst { HTTP_STATUS_OK } = http2.other;", 'HTTP_STATUS_OK'),
    compared("import { StatusCodes } from 'http-status-codes';", 'StatusCodes.NOT_FOUND'),
  ],
  invalid: named.map(([imports, ok]) => ({ code: compared(imports, ok), errors: ['only200'] })),
});

testVerdicts('no-impossible-status', noImpossibleStatus, {
  valid: [],
  invalid: ['REQUEST_TOO_LONG', 'UNPROCESSABLE_ENTITY', 'IM_A_TEAPOT'].map((name) => ({
    code: `import { StatusCodes } from 'http-status-codes';\nasync function load(u) { const r = await fetch(u); if (!r.ok) throw r; if (r.status === StatusCodes.${name}) fail(); return r.json(); }`,
    errors: ['never'],
  })),
});
