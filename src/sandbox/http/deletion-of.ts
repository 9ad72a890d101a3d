import { isObject, objectIn, plainText } from '../../json.ts';
import type { Deletion } from '../write/delete-object.ts';
import type { ApiRequest } from './api-request.ts';

/** What a request says of how to delete, in its body or its query. */
export function deletionOf({ body, query }: Pick<ApiRequest, 'body' | 'query'>): Deletion {
  const options = isObject(body) ? body : {};
  const { uid, resourceVersion } = objectIn(options, 'preconditions');
  const policy = plainText(options.propagationPolicy) || query.get('propagationPolicy');
  const dryRun = Array.isArray(options.dryRun)
    ? options.dryRun.includes('All')
    : query.get('dryRun') === 'All';
  return {
    ...(uid !== undefined && { uid: plainText(uid) }),
    ...(resourceVersion !== undefined && { resourceVersion: plainText(resourceVersion) }),
    ...(policy === 'Foreground' || policy === 'Orphan' ? { propagation: policy } : {}),
    dryRun,
  };
}
