import type { RecordedInstall, RecordedWrite, RevisionCase } from './revision-case.ts';

/** What the log of the server says of a request. */
export interface LoggedRequest {
  readonly verb: string;
  readonly path: string;
  readonly query?: string;
  readonly resource?: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly contentType?: string;
  readonly code: number;
}

/** A write, by whether it deletes: which sort of write it is otherwise is up to the program. */
interface Write {
  readonly deletes: boolean;
  readonly resource: string;
  readonly namespace: string;
  /** Undefined for a create: the log does not say. */
  readonly name: string | undefined;
}

/**
 * Writes that the reference does not do. Fewer are fine: what does not differ need not be written, and objects afterwards are
 * compared by themselves.
 */
export function writeMismatches(
  { command, expected }: RevisionCase,
  log: readonly LoggedRequest[],
): string[] {
  const ours = log.filter((one) => isWrite(one) && !isBackup(one, command.args)).map(writeOf);
  const allowed = recordedWrites(expected.actions);
  const extra = ours.filter((write) => !allowed.some((one) => isSame(one, write)));
  return [...extra.map((write) => `not to be written: ${shown(write)}`), ...disorder(expected.actions, ours)];
}

const verbs = ['create', 'update', 'patch', 'delete', 'deletecollection'];

/**
 * The connection to a port of a pod shows as a create, too, and so do questions about permissions. The Lease that keeps a
 * second installation out is ours alone, and gone in the end.
 */
function isWrite({ verb, code, subresource = '', resource = '', query = '' }: LoggedRequest): boolean {
  if (subresource !== '' || code >= 300 || query.includes('dryRun')) return false;
  return verbs.includes(verb) && !resource.endsWith('reviews') && resource !== 'leases';
}

/** An upgrade in place keeps what it replaces in Secrets that it creates: the reference has no such backup. */
const isBackup = ({ verb, resource }: LoggedRequest, args: readonly string[]): boolean =>
  args[0] === 'upgrade' && verb === 'create' && resource === 'secrets';

function writeOf({ verb, resource = '', namespace = '', name }: LoggedRequest): Write {
  return { deletes: verb.startsWith('delete'), resource, namespace, name: name === '' ? undefined : name };
}

function recordedWrites(actions: readonly RecordedWrite[] | RecordedInstall): readonly Write[] {
  return flat(actions).map(({ verb, kind, namespace, name }) => ({
    deletes: verb === 'delete',
    resource: resourceOf(kind),
    namespace: namespace ?? '',
    name,
  }));
}

function flat(actions: readonly RecordedWrite[] | RecordedInstall): readonly RecordedWrite[] {
  if (!('components' in actions)) return actions;
  const applied = Object.values(actions.components).flat();
  return [
    ...actions.namespace,
    ...applied.map(([kind, namespace, name]): RecordedWrite => ({
      verb: 'apply',
      kind,
      ...(namespace !== null && { namespace }),
      name,
    })),
    ...actions.prune,
    ...actions.webhooks,
  ];
}

function resourceOf(kind: string): string {
  const word = kind.toLowerCase();
  return word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function isSame(one: Write, other: Write): boolean {
  return (
    one.deletes === other.deletes &&
    one.resource === other.resource &&
    (other.name === undefined || one.name === other.name) &&
    // The path of a namespace counts it as being inside itself.
    (one.namespace === other.namespace || one.resource === 'namespaces')
  );
}

/** An injector that no longer is the default one gives way before another one is: two would inject the same pods. */
function disorder(
  actions: readonly RecordedWrite[] | RecordedInstall,
  ours: readonly Write[],
): readonly string[] {
  const deactivated = flat(actions).find(({ verb }) => verb === 'update');
  if (deactivated === undefined) return [];
  const at = (name: string): number =>
    ours.findLastIndex((write) => write.resource === 'mutatingwebhookconfigurations' && write.name === name);
  const tag = ours.findIndex(({ name = '' }) => name.startsWith('istio-revision-tag-'));
  const isLate = tag >= 0 && at(deactivated.name) > tag;
  return isLate ? [`${deactivated.name} is written after the tag`] : [];
}

const shown = ({ deletes, resource, namespace, name = '(new)' }: Write): string =>
  `${deletes ? 'delete' : 'write'} ${resource} ${namespace}/${name}`;
