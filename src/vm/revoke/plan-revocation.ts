import { planDeletion, type ClusterChange } from '../../changes/index.ts';
import { compareText } from '../../compare-text.ts';
import { MeshctlError } from '../../errors.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { entriesOfGroup } from './entries-of-group.ts';
import { remainsOf, type VmRemains } from './remains.ts';
import { usersOfAccount } from './users-of-account.ts';

/** Which VMs of a group are revoked, and what goes with them. */
export interface RevocationRequest {
  readonly group: string;
  readonly namespace: string;
  /** Entries with one of these addresses. */
  readonly addresses?: readonly string[];
  /** Entries of these names. */
  readonly entries?: readonly string[];
  /** All entries of the group. */
  readonly all?: boolean;
  /** The group, and with it all its entries. */
  readonly deleteGroup?: boolean;
  /** The identity of its VMs. */
  readonly deleteServiceAccount?: boolean;
  /** The moment to count times from. */
  readonly now: Date;
}

/** What is deleted, and what is valid all the same. */
export interface VmRevocationPlan {
  readonly group: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** In this order. */
  readonly deletions: readonly ClusterChange[];
  /** Who else has the identity that would go, as `Kind name`: then nothing is deleted. */
  readonly users: readonly string[];
  readonly remains: readonly VmRemains[];
}

/**
 * Plans how VMs of a group are taken out of the mesh. Objects are WorkloadGroups, WorkloadEntries, ServiceAccounts and
 * Pods of its namespace, as they were read.
 *
 * @throws {MeshctlError} `usage` when no VM is chosen, or the identity is not that of the group alone; `environment` when one that is named is not there.
 */
export function planVmRevocation(
  objects: readonly JsonObject[],
  request: RevocationRequest,
): VmRevocationPlan {
  const { group, namespace, deleteGroup = false, deleteServiceAccount = false } = request;
  const find = (kind: string, name: string): readonly JsonObject[] =>
    objects.filter((one) => one.kind === kind && isNamed(one, namespace, name));
  const [live] = find('WorkloadGroup', group);
  const members = entriesOfGroup(objects, namespace, group);
  if (live === undefined && members.length === 0) throw noGroup(request);
  const serviceAccount = identityOf(live, members);
  if (deleteServiceAccount && serviceAccount === 'default') throw sharedIdentity(request);
  const chosen = chosenOf(members, request);
  const groups = deleteGroup ? find('WorkloadGroup', group) : [];
  const accounts = deleteServiceAccount ? find('ServiceAccount', serviceAccount) : [];
  return {
    ...{ group, namespace, serviceAccount },
    users: deleteServiceAccount ? usersOfAccount(objects, { namespace, serviceAccount, group }) : [],
    deletions: [
      ...chosen.map((one) => planDeletion({ group: 'VMs', live: one })),
      ...groups.map((one) => planDeletion({ group: 'Group', live: one })),
      ...accounts.map((one) => planDeletion({ group: 'Identity', live: one })),
    ],
    remains: remainsOf({ ...request, serviceAccount, chosen }),
  };
}

/** Entries keep the identity when their group is gone. */
function identityOf(group: JsonObject | undefined, members: readonly JsonObject[]): string {
  const named = group === undefined ? objectIn(members[0], 'spec') : objectIn(group, 'spec', 'template');
  return plainText(named.serviceAccount) || 'default';
}

const isNamed = ({ metadata }: JsonObject, namespace: string, name: string): boolean => {
  const own = objectIn(metadata);
  return own.name === name && own.namespace === namespace;
};

function chosenOf(members: readonly JsonObject[], request: RevocationRequest): readonly JsonObject[] {
  const { addresses = [], entries = [], all = false, deleteGroup = false } = request;
  if (all || deleteGroup) return members;
  if (addresses.length === 0 && entries.length === 0) throw noChoice(request);
  const nameOf = (entry: JsonObject): string => plainText(objectIn(entry, 'metadata').name);
  const addressOf = (entry: JsonObject): string => plainText(objectIn(entry, 'spec').address);
  const missing = [
    ...addresses.filter((address) => !members.some((entry) => addressOf(entry) === address)),
    ...entries.filter((name) => !members.some((entry) => nameOf(entry) === name)),
  ];
  if (missing.length > 0) throw notThere(request, missing);
  return members
    .filter((entry) => addresses.includes(addressOf(entry)) || entries.includes(nameOf(entry)))
    .toSorted((a, b) => compareText(nameOf(a), nameOf(b)));
}

const noGroup = ({ namespace, group }: RevocationRequest): MeshctlError =>
  new MeshctlError('environment', `there is no WorkloadGroup ${namespace}/${group}, and no VM of it`, {
    hint: '`meshctl vm status` shows which there are; -n names another namespace',
  });

const sharedIdentity = ({ namespace, group }: RevocationRequest): MeshctlError =>
  new MeshctlError('usage', `the VMs of ${namespace}/${group} have the identity of the whole namespace`, {
    reason: 'their service account is default, which the cluster makes anew when it is deleted',
    hint: 'leave out --delete-service-account, and give such groups a service account of their own',
  });

const noChoice = ({ namespace, group }: RevocationRequest): MeshctlError =>
  new MeshctlError('usage', `which VMs of ${namespace}/${group} to revoke is not said`, {
    hint: 'name them with --address or --entry, or say --all',
  });

const notThere = ({ namespace, group }: RevocationRequest, missing: readonly string[]): MeshctlError =>
  new MeshctlError('environment', `no VM of ${namespace}/${group} is called ${missing.join(', ')}`, {
    reason: 'its entry may be gone already; what stays valid then is in docs/vm-life.md',
    hint: `\`meshctl vm status ${group} -n ${namespace}\` shows which there are`,
  });
