import { existsSync } from 'node:fs';
import path from 'node:path';
import { MeshctlError } from '../../src/errors.ts';
import { given } from '../../src/given.ts';
import type { ClusterClient } from '../../src/kube/index.ts';
import {
  bundleFileNames,
  liveObjects,
  readVmFacts,
  readVmGroup,
  type SavedBundle,
  type VmFacts,
  type VmGroup,
} from '../../src/vm/index.ts';
import { bundleOwner, type BundleOwner } from '../../src/vm/renew/index.ts';
import { printable } from '../../src/output/index.ts';
import type { CommandIo } from '../command-io.ts';
import { UsageError } from '../usage-error.ts';
import { readBundle } from './read-bundle.ts';
import { readGroupDocument } from './read-group-document.ts';

export interface TargetOptions {
  readonly file?: string;
  readonly namespace?: string;
  readonly output?: string;
  readonly istioNamespace: string;
  readonly clusterId?: string;
  readonly revision?: string;
}

/** Whose files are renewed, where they are, and what the cluster says. */
export interface RenewalTarget {
  /** Undefined when none is named. */
  readonly folder: string | undefined;
  /** What is in it; undefined for nothing. */
  readonly bundle: SavedBundle | undefined;
  readonly group: Pick<VmGroup, 'name' | 'namespace' | 'serviceAccount'>;
  readonly facts: Omit<VmFacts, 'token'>;
}

/** Gathers what a renewal is planned by; nothing is written. */
export async function renewalTarget(
  io: CommandIo,
  client: ClusterClient,
  target: string | undefined,
  options: TargetOptions,
): Promise<RenewalTarget> {
  const { folder, name } = placeOf(io, target, options);
  const isNew = folder === undefined || (options.output !== undefined && !hasFiles(io, folder));
  const bundle = isNew ? undefined : readBundle(io, folder);
  const owner = bundle && bundleOwner(bundle);
  const group = await groupOf(io, client, { ...options, name, owner });
  const { istioNamespace, clusterId, revision = owner?.revision } = options;
  const facts = await readVmFacts(liveObjects(client), asVmGroup(group), {
    ...{ istioNamespace, ingressService: 'istio-eastwestgateway', token: () => Promise.resolve('') },
    ...given({ clusterId, revision }),
  });
  return { folder, bundle, group, facts };
}

interface Place {
  readonly folder: string | undefined;
  /** Of a group. */
  readonly name: string | undefined;
}

/** A name is taken for a folder when there is one with files of a VM, or when it cannot be that of a group. */
function placeOf(io: CommandIo, target: string | undefined, { output }: TargetOptions): Place {
  const isFolder = target !== undefined && (/[/\\]|^\.+$/.test(target) || hasFiles(io, target));
  if (!isFolder) return { folder: output, name: target };
  if (output === undefined) return { folder: target, name: undefined };
  throw new UsageError(`${target} and -o each name a folder`, { hint: 'give one of them' });
}

const hasFiles = ({ cwd }: CommandIo, folder: string): boolean =>
  bundleFileNames.some((name) => existsSync(path.resolve(cwd, folder, name)));

type Identity = RenewalTarget['group'];

/** What is asked of the cluster depends on nothing else of a group. */
const asVmGroup = (group: Identity): VmGroup => ({
  ...group,
  ...{ network: '', labels: {}, overriddenLabels: [], ports: {}, proxyConfigs: [] },
});

interface GroupRequest extends TargetOptions {
  readonly name: string | undefined;
  readonly owner: BundleOwner | undefined;
}

async function groupOf(io: CommandIo, client: ClusterClient, request: GroupRequest): Promise<Identity> {
  const { file, name, owner, namespace } = request;
  if (file !== undefined) return readGroupDocument(io, file, namespace);
  if (name !== undefined) return namedGroup(client, name, namespace ?? client.namespace);
  if (owner !== undefined) return groupOfFiles(io, client, owner);
  throw new UsageError('which group it is, is not said', {
    hint: 'give the folder of a VM, the name of a group, or its file with -f',
  });
}

async function namedGroup(client: ClusterClient, name: string, namespace: string): Promise<Identity> {
  const found = await liveObjects(client).find('WorkloadGroup', namespace, name);
  if (found !== undefined) return readVmGroup(found, `WorkloadGroup ${namespace}/${name}`, namespace);
  throw new MeshctlError('environment', `there is no WorkloadGroup ${namespace}/${name}`, {
    hint: '`meshctl vm group list` shows which there are; -n names another namespace, -f a file',
  });
}

/** A group that registers nobody need not be in the cluster. */
async function groupOfFiles(
  io: CommandIo,
  client: ClusterClient,
  { group: name, namespace, serviceAccount }: BundleOwner,
): Promise<Identity> {
  const found = name === '' ? undefined : await liveObjects(client).find('WorkloadGroup', namespace, name);
  if (found !== undefined) return readVmGroup(found, `WorkloadGroup ${namespace}/${name}`, namespace);
  io.note(
    printable(`warning: there is no WorkloadGroup ${namespace}/${name}: the files alone tell whose they are`),
  );
  return { name, namespace, serviceAccount };
}
