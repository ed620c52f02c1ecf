import type { Source } from '../../sources/source.js';
import { errors, StatusSet } from '../../status/index.js';
import { noContext } from '../../syntax/call-context.js';
import type { Signature } from '../domain/signature.js';
import { Fact, freshTable, tableOf, type Table } from '../domain/table.js';
import { Flow } from '../flow/flow.js';

/** What a request is born with: the statuses with which it resolves. */
export function bornWith(flow: Flow, { client, resolving }: Source): Table {
  switch (resolving.kind) {
    case 'known':
      return freshTable(resolving.statuses);
    case 'asked': {
      const { fn, file } = resolving;
      const signature =
        file === flow.facts.file
          ? flow.signatureOf(fn, ['status'], noContext)
          : flow.facts.imported.signatureOf(file, fn, ['status']);
      const statuses = signature && acceptedBy(signature);
      return statuses ? freshTable(statuses) : vaguely(client.statuses);
    }
    case 'vague':
      return vaguely(client.statuses);
  }
}

/** The statuses for which a function of a status is true; undefined where that is not known. */
function acceptedBy({ tests: [test], value }: Signature): StatusSet | undefined {
  if (test) return test.isVague ? undefined : test.whenTrue;
  return value.kind === 'constant' && value.value ? StatusSet.all : undefined;
}

/**
 * It may resolve with errors or not, as somebody chose: who did so is taken to know of them, and that they cannot be here is
 * not said either.
 */
function vaguely(usual: StatusSet): Table {
  const certain = usual.difference(errors);
  const facts = Fact.live | Fact.inspected | Fact.branched;
  return tableOf([...freshTable(certain), { facts, statuses: certain.complement() }]);
}
