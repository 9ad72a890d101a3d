import { isObject } from '../../json.ts';
import { MeshctlError } from '../../errors.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import type { ConnectOptions } from '../connect-options.ts';
import { textOf, textsOf } from '../text-of.ts';

type Asked = Pick<ConnectOptions, 'as' | 'asGroup' | 'asUid'>;

/**
 * The headers that make the API server treat requests as those of somebody else: what is asked for comes before what
 * the kubeconfig says. https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation
 */
export function impersonation(user: JsonObject, asked: Asked): Record<string, string | string[]> {
  const name = textOf(asked.as) ?? textOf(user.as);
  const groups = asked.asGroup?.length ? [...asked.asGroup] : textsOf(user['as-groups']);
  const uid = textOf(asked.asUid) ?? textOf(user['as-uid']);
  if (name !== undefined) {
    return {
      'Impersonate-User': name,
      ...(groups.length > 0 && { 'Impersonate-Group': groups }),
      ...(uid !== undefined && { 'Impersonate-Uid': uid }),
      ...extras(user['as-user-extra']),
    };
  }
  if (groups.length === 0 && uid === undefined) return {};
  throw new MeshctlError('usage', 'groups and UIDs can only be taken on together with a user', {
    hint: 'add --as <user>',
  });
}

function extras(extra: Json | undefined): Record<string, string[]> {
  if (!isObject(extra)) return {};
  return Object.fromEntries(
    Object.entries(extra).map(([key, values]) => [
      `Impersonate-Extra-${encodeURIComponent(key)}`,
      textsOf(values),
    ]),
  );
}
