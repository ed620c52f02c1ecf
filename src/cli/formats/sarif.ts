import { pathToFileURL } from 'node:url';
import type { Linter } from 'eslint';
import type {
  ArtifactLocation,
  Log,
  ReportingDescriptor,
  Result as Finding,
  Notification,
  PhysicalLocation,
  Region,
  ThreadFlow,
} from 'sarif';
import plugin, { pathTo, stepWords, type Path } from '../../index.js';
import { fatalMessage, type Outcome, type Result } from '../lint/outcome.js';
import { shortPath } from '../print/words.js';
import type { Format } from './format.js';

// SARIF 2.1.0 (OASIS standard, 27 March 2020). Sections are named where the form is not plain from the names.

const namespace = 'http-status/';

/** Paths are relative to this folder, which is named once (section 3.14.14). */
const base = '%SRCROOT%';

const uriOf = (path: string): string => shortPath(path).split('\\').map(encodeURI).join('/');

const artifact = (path: string): ArtifactLocation => ({ uri: uriOf(path), uriBaseId: base });

const locationOf = (path: string, region: Region): { readonly physicalLocation: PhysicalLocation } => ({
  physicalLocation: { artifactLocation: artifact(path), region },
});

const descriptors = (): ReportingDescriptor[] =>
  Object.entries(plugin.rules ?? {}).map(([name, { meta }]) => ({
    id: namespace + name,
    shortDescription: { text: meta?.docs?.description ?? name },
    ...(meta?.docs?.url && { helpUri: meta.docs.url }),
  }));

/** Offsets are UTF-16 code units, as `columnKind` says. */
const regionOf = ({ line, column, endLine, endColumn }: Linter.LintMessage): Region => ({
  startLine: line,
  startColumn: column,
  ...(endLine !== undefined && { endLine }),
  ...(endColumn !== undefined && { endColumn }),
});

const flowOf = (path: string, { steps }: Path): ThreadFlow => ({
  locations: steps.map((step) => ({
    location: {
      ...locationOf(path, { startLine: step.line, startColumn: step.column }),
      message: { text: stepWords(step) },
    },
    state: { statuses: { text: step.statuses } },
  })),
});

const fixesOf = (path: string, { suggestions = [] }: Linter.LintMessage): NonNullable<Finding['fixes']> =>
  suggestions.map(({ desc, fix: { range, text } }) => ({
    description: { text: desc },
    artifactChanges: [
      {
        artifactLocation: artifact(path),
        replacements: [
          { deletedRegion: { charOffset: range[0], charLength: range[1] - range[0] }, insertedContent: { text } },
        ],
      },
    ],
  }));

function findingsOf({ filePath, messages }: Result, { seen }: Outcome): Finding[] {
  return messages.map((message) => {
    const path = pathTo(seen.traces?.get(filePath), message);
    const fixes = fixesOf(filePath, message);
    return {
      ruleId: message.ruleId ?? '',
      level: message.severity === 2 ? 'error' : 'warning',
      message: { text: message.message },
      locations: [locationOf(filePath, regionOf(message))],
      ...(path && { codeFlows: [{ threadFlows: [flowOf(filePath, path)] }] }),
      ...(fixes.length > 0 && { fixes }),
    };
  });
}

/** Files that could not be looked at. */
const notificationsOf = ({ results, unreadable }: Outcome): Notification[] => [
  ...results.flatMap((result) => {
    const message = fatalMessage(result);
    if (!message) return [];
    const region = message.line ? [locationOf(result.filePath, regionOf(message))] : [];
    return [{ level: 'error', message: { text: message.message }, locations: region } satisfies Notification];
  }),
  ...unreadable.map(
    ({ path, reason }) =>
      ({ level: 'error', message: { text: `${shortPath(path)}: ${reason}` } }) satisfies Notification,
  ),
];

function logOf(outcome: Outcome): Log {
  const notifications = notificationsOf(outcome);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'eslint-plugin-http-status',
            ...(plugin.meta?.version && { version: plugin.meta.version }),
            rules: descriptors(),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [base]: { uri: `${pathToFileURL(process.cwd()).href}/` } },
        invocations: [
          {
            executionSuccessful: notifications.length === 0,
            ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
          },
        ],
        results: outcome.results
          .filter((result) => !fatalMessage(result))
          .flatMap((result) => findingsOf(result, outcome)),
      },
    ],
  };
}

/** ESLint's messages carry no steps, so this one is ours: with them a code review shows how a status comes to a line. */
export const sarifFormat: Format = {
  forReaders: false,
  asksForTraces: true,
  format: (outcome) => JSON.stringify(logOf(outcome), undefined, 2),
};
