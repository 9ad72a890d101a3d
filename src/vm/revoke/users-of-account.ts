import { compareText } from '../../compare-text.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';

interface Account {
  readonly namespace: string;
  readonly serviceAccount: string;
  /** The group whose VMs are revoked; it does not count. */
  readonly group: string;
}

/** Who else has the identity of a service account, as `Kind name`: Pods and other groups of VMs. */
export function usersOfAccount(
  objects: readonly JsonObject[],
  { namespace, serviceAccount, group }: Account,
): readonly string[] {
  const users = objects.filter((object) => {
    const metadata = objectIn(object, 'metadata');
    if (metadata.namespace !== namespace) return false;
    if (object.kind === 'WorkloadGroup' && metadata.name === group) return false;
    return accountOf(object) === serviceAccount;
  });
  return users
    .map(({ kind, metadata }) => `${plainText(kind)} ${plainText(objectIn(metadata).name)}`)
    .sort(compareText);
}

/** Undefined for what has no identity. */
function accountOf(object: JsonObject): string | undefined {
  if (object.kind === 'Pod') return plainText(objectIn(object, 'spec').serviceAccountName) || 'default';
  if (object.kind !== 'WorkloadGroup') return undefined;
  return plainText(objectIn(object, 'spec', 'template').serviceAccount) || 'default';
}
