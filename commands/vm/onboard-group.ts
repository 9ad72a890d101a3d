import { given } from '../../src/given.ts';
import { isObject, objectIn, type JsonObject } from '../../src/json.ts';
import { MeshctlError } from '../../src/errors.ts';
import type { ClusterClient } from '../../src/kube/index.ts';
import { readText } from '../../src/resources/index.ts';
import { liveObjects, readVmGroup, type VmGroup } from '../../src/vm/index.ts';
import type { CommandIo } from '../command-io.ts';
import { keptStdin } from '../kept-stdin.ts';
import { readSpecText } from '../spec-options.ts';
import { UsageError } from '../usage-error.ts';
import type { OnboardOptions } from './onboard-options.ts';
import { readGroupDocument } from './read-group-document.ts';

/** The group of the VM; with the object to apply when it is from a file. */
export interface GroupToOnboard {
  readonly group: VmGroup;
  readonly groupObject?: JsonObject;
}

/** Reads the group from a file, or by its name from the cluster. */
export async function groupToOnboard(
  io: CommandIo,
  named: string | undefined,
  { file, name, namespace }: OnboardOptions,
  client: ClusterClient,
): Promise<GroupToOnboard> {
  const asked = named ?? name;
  if (file === undefined && asked === undefined)
    throw new UsageError('there is no group', { hint: 'give its name, as web.shop, or a file with -f' });
  if (file !== undefined && asked !== undefined)
    throw new UsageError('a group and a file exclude each other', {
      hint: 'give the name of a group in the cluster, or a file with -f',
    });
  if (file !== undefined) return groupOfFile(io, file, namespace);
  return { group: await groupOfCluster(asked ?? '', namespace, client) };
}

async function groupOfFile(
  io: CommandIo,
  file: string,
  namespace: string | undefined,
): Promise<GroupToOnboard> {
  const kept = keptStdin(io);
  const group = await readGroupDocument({ ...io, stdin: kept.stdin }, file, namespace);
  const text = kept.wasRead() ? (kept.text() ?? '') : (await readSpecText(io, file)).text;
  const value = readText(text, file).documents[0]?.value;
  const object = isObject(value) ? value : {};
  const metadata = { ...objectIn(object, 'metadata'), namespace: group.namespace };
  return { group, groupObject: { ...object, metadata } };
}

async function groupOfCluster(
  asked: string,
  namespaceFlag: string | undefined,
  client: ClusterClient,
): Promise<VmGroup> {
  const [, name = asked, inName] = /^([^.]+)\.([^.]+)$/.exec(asked) ?? [];
  const { namespace } = given({ namespace: namespaceFlag ?? inName });
  if (namespace === undefined)
    throw new UsageError('the namespace of the group is not said', {
      hint: `say it with -n, or as ${asked}.<namespace>`,
    });
  if (inName !== undefined && namespaceFlag !== undefined && inName !== namespaceFlag)
    throw new UsageError(`the group is in ${inName}, and -n says ${namespaceFlag}`, {
      hint: 'say the namespace once',
    });
  const found = await liveObjects(client).find('WorkloadGroup', namespace, name);
  if (found !== undefined) return readVmGroup(found, `WorkloadGroup ${namespace}/${name}`, namespace);
  throw new MeshctlError('environment', `there is no WorkloadGroup ${namespace}/${name} in the cluster`, {
    hint: 'make it with `meshctl vm group create --apply`, or give a file with -f',
  });
}
