/**
 * The codes of IANA's HTTP Status Code Registry
 * (https://www.iana.org/assignments/http-status-codes, last updated 2025-09-15): the only list of codes in this project.
 * 306 and 418 are "(Unused)" there and left out; 104 is a temporary registration.
 */
export interface RegisteredStatus {
  readonly code: number;
  /** The reason phrase, as registered. */
  readonly phrase: string;
  /** The defining document, e.g. `RFC 9110, Section 15.5.5`. */
  readonly document: string;
  /** True for a registration that IANA marks as temporary. */
  readonly temporary?: true;
}

type Row = readonly [code: number, phrase: string, document: string];

const rfc9110 = (section: string): string => `RFC 9110, Section ${section}`;

const permanent: readonly Row[] = [
  [100, 'Continue', rfc9110('15.2.1')],
  [101, 'Switching Protocols', rfc9110('15.2.2')],
  [102, 'Processing', 'RFC 2518'],
  [103, 'Early Hints', 'RFC 8297'],
  [200, 'OK', rfc9110('15.3.1')],
  [201, 'Created', rfc9110('15.3.2')],
  [202, 'Accepted', rfc9110('15.3.3')],
  [203, 'Non-Authoritative Information', rfc9110('15.3.4')],
  [204, 'No Content', rfc9110('15.3.5')],
  [205, 'Reset Content', rfc9110('15.3.6')],
  [206, 'Partial Content', rfc9110('15.3.7')],
  [207, 'Multi-Status', 'RFC 4918'],
  [208, 'Already Reported', 'RFC 5842'],
  [226, 'IM Used', 'RFC 3229'],
  [300, 'Multiple Choices', rfc9110('15.4.1')],
  [301, 'Moved Permanently', rfc9110('15.4.2')],
  [302, 'Found', rfc9110('15.4.3')],
  [303, 'See Other', rfc9110('15.4.4')],
  [304, 'Not Modified', rfc9110('15.4.5')],
  [305, 'Use Proxy', rfc9110('15.4.6')],
  [307, 'Temporary Redirect', rfc9110('15.4.8')],
  [308, 'Permanent Redirect', rfc9110('15.4.9')],
  [400, 'Bad Request', rfc9110('15.5.1')],
  [401, 'Unauthorized', rfc9110('15.5.2')],
  [402, 'Payment Required', rfc9110('15.5.3')],
  [403, 'Forbidden', rfc9110('15.5.4')],
  [404, 'Not Found', rfc9110('15.5.5')],
  [405, 'Method Not Allowed', rfc9110('15.5.6')],
  [406, 'Not Acceptable', rfc9110('15.5.7')],
  [407, 'Proxy Authentication Required', rfc9110('15.5.8')],
  [408, 'Request Timeout', rfc9110('15.5.9')],
  [409, 'Conflict', rfc9110('15.5.10')],
  [410, 'Gone', rfc9110('15.5.11')],
  [411, 'Length Required', rfc9110('15.5.12')],
  [412, 'Precondition Failed', rfc9110('15.5.13')],
  [413, 'Content Too Large', rfc9110('15.5.14')],
  [414, 'URI Too Long', rfc9110('15.5.15')],
  [415, 'Unsupported Media Type', rfc9110('15.5.16')],
  [416, 'Range Not Satisfiable', rfc9110('15.5.17')],
  [417, 'Expectation Failed', rfc9110('15.5.18')],
  [421, 'Misdirected Request', rfc9110('15.5.20')],
  [422, 'Unprocessable Content', rfc9110('15.5.21')],
  [423, 'Locked', 'RFC 4918'],
  [424, 'Failed Dependency', 'RFC 4918'],
  [425, 'Too Early', 'RFC 8470'],
  [426, 'Upgrade Required', rfc9110('15.5.22')],
  [428, 'Precondition Required', 'RFC 6585'],
  [429, 'Too Many Requests', 'RFC 6585'],
  [431, 'Request Header Fields Too Large', 'RFC 6585'],
  [451, 'Unavailable For Legal Reasons', 'RFC 7725'],
  [500, 'Internal Server Error', rfc9110('15.6.1')],
  [501, 'Not Implemented', rfc9110('15.6.2')],
  [502, 'Bad Gateway', rfc9110('15.6.3')],
  [503, 'Service Unavailable', rfc9110('15.6.4')],
  [504, 'Gateway Timeout', rfc9110('15.6.5')],
  [505, 'HTTP Version Not Supported', rfc9110('15.6.6')],
  [506, 'Variant Also Negotiates', 'RFC 2295'],
  [507, 'Insufficient Storage', 'RFC 4918'],
  [508, 'Loop Detected', 'RFC 5842'],
  [510, 'Not Extended', 'RFC 2774'],
  [511, 'Network Authentication Required', 'RFC 6585'],
];

const temporary: RegisteredStatus = {
  code: 104,
  phrase: 'Upload Resumption Supported',
  document: 'draft-ietf-httpbis-resumable-upload-05',
  temporary: true,
};

/** Every registered code, in ascending order. */
export const registry: readonly RegisteredStatus[] = [
  ...permanent.map(([code, phrase, document]) => ({ code, phrase, document })),
  temporary,
].sort((a, b) => a.code - b.code);

const byCode = new Map(registry.map((entry) => [entry.code, entry]));

/** The registry's entry for a code, or undefined where the code is not registered. */
export function registered(code: number): RegisteredStatus | undefined {
  return byCode.get(code);
}
