import { checkMeshConfig } from '../api/index.ts';
import { MeshctlError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { formatPath } from '../path.ts';
import { readText } from '../resources/index.ts';

/**
 * Reads a text of a MeshConfig, or of its field `inside`, as istiod does: fields that it does not know are passed over.
 *
 * @returns the MeshConfig.
 * @throws {MeshctlError} `input` for what is no YAML, and for values that do not fit their fields.
 */
export function readMeshConfig(text: string, origin: string, inside?: string): JsonObject {
  const value = readMap(text, origin);
  const { problems, spec } = checkMeshConfig(inside === undefined ? value : { [inside]: value });
  const unfit = problems.find(({ severity, rejectedBy }) => severity === 'error' && rejectedBy.length > 0);
  if (unfit !== undefined)
    throw new MeshctlError('input', `${origin}: ${formatPath(unfit.path)}: ${unfit.message}`, {
      hint: unfit.hint ?? 'istiod cannot read it either: correct it there',
    });
  return isObject(spec) ? spec : {};
}

function readMap(text: string, origin: string): JsonObject {
  const [document] = readText(text, origin).documents;
  const [unread] = document?.problems ?? [];
  if (unread !== undefined) {
    const { line, column } = unread.range.start;
    throw new MeshctlError('input', `${origin}: ${unread.message}`, {
      reason: `line ${line}, column ${column} of the text`,
      hint: 'istiod cannot read it either: correct it there',
    });
  }
  const value = document?.value ?? {};
  if (isObject(value)) return value;
  throw new MeshctlError('input', `${origin}: these are no settings of a mesh`, {
    hint: 'it is a map, such as `trustDomain: cluster.local`',
  });
}
