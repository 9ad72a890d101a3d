import { MeshctlError, messageOf } from '../../errors.ts';
import { fieldsOf, type Fields } from '../../object-fields.ts';
import type { StatusAnswer } from './proxy-status.ts';
import { readSyncz } from './syncz.ts';
import { readXdsAnswer } from './xds-answer.ts';

export interface ReadStatusOptions {
  /** The istiod that answered, where the answer does not name it. */
  readonly istiod?: string;
}

/**
 * Reads what an istiod says of its proxies: its xDS answer for `istio.io/debug/syncz` as JSON, a list of such answers,
 * or what it answers at `/debug/syncz`. Throws `MeshctlError` for other text.
 */
export function readStatus(
  text: string,
  file: string,
  { istiod }: ReadStatusOptions = {},
): readonly StatusAnswer[] {
  const root = parse(text, file);
  const parts = Array.isArray(root) ? root.map((part: unknown) => fieldsOf(part)) : [fieldsOf(root)];
  if (parts.every(isAnswer)) return parts.map((answer) => readXdsAnswer(answer));
  if (Array.isArray(root) && parts.every(isSynczEntry)) return [readSyncz(parts, istiod)];
  throw notAStatus(file, parts[0]);
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const reason = messageOf(cause);
    throw new MeshctlError('input', `${file} is not JSON`, { reason, hint, cause });
  }
}

const hint =
  'save what istiod says: `kubectl exec -n istio-system deploy/istiod -- pilot-discovery request GET /debug/syncz`';

const isAnswer = (fields: Fields | undefined): fields is Fields =>
  fields !== undefined &&
  ('resources' in fields.raw || 'controlPlane' in fields.raw) &&
  !isSynczEntry(fields);

const isSynczEntry = (fields: Fields | undefined): fields is Fields =>
  fields !== undefined && typeof fields.raw.proxy === 'string';

function notAStatus(file: string, part: Fields | undefined): MeshctlError {
  const isDump = part !== undefined && Object.hasOwn(part.raw, 'configs');
  return new MeshctlError('input', `${file} does not say how far proxies are`, {
    reason: isDump ? 'it is a config dump' : 'it is neither an xDS answer nor a list of proxies',
    hint: isDump ? 'read it with `meshctl proxy-config`' : hint,
  });
}
