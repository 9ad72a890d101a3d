import { parse } from 'yaml';
import type { Problem } from '../../finding.ts';
import { isObject, plainText, type Json, type JsonObject, objectIn } from '../../json.ts';
import type { Path } from '../../path.ts';
import type { KubeObject } from '../component-context.ts';
import type { Part } from '../part.ts';
import { patchAt } from './overlay-path.ts';

/** Objects with the overlays of a part made, and what could not be made. */
export interface Overlaid {
  readonly objects: readonly KubeObject[];
  readonly problems: readonly Problem[];
}

/** Makes the overlays of a part, last of all changes. */
export function applyOverlays(objects: readonly KubeObject[], { given, path }: Part): Overlaid {
  const overlays = objectIn(given, 'k8s').overlays;
  if (!Array.isArray(overlays)) return { objects, problems: [] };
  const changed = [...objects];
  const problems = overlays.flatMap((overlay, index) =>
    isObject(overlay) ? applyOverlay(changed, overlay, [...path, 'k8s', 'overlays', index]) : [],
  );
  return { objects: changed, problems };
}

function applyOverlay(objects: KubeObject[], overlay: JsonObject, path: Path): Problem[] {
  const { kind, name, patches } = overlay;
  const at = objects.findIndex((object) => object.kind === kind && object.metadata.name === name);
  const found = objects[at];
  if (found === undefined) {
    const known = objects.filter((object) => object.kind === kind).map((object) => object.metadata.name);
    return [
      problem(path, `nothing is changed: the component renders no ${plainText(kind)} ${plainText(name)}`, {
        ...(known.length > 0 && { hint: `There is: ${known.join(', ')}.` }),
      }),
    ];
  }
  const object = structuredClone(found);
  objects[at] = object;
  return (Array.isArray(patches) ? patches : []).flatMap((patch, index) => {
    const fault = isObject(patch) ? applyPatch(object, patch) : undefined;
    const where = `${plainText(kind)} ${plainText(name)}`;
    return fault === undefined
      ? []
      : [problem([...path, 'patches', index], `nothing is changed in ${where}: ${fault}`, {})];
  });
}

function applyPatch(object: KubeObject, { path, value }: JsonObject): string | undefined {
  return patchAt(object, typeof path === 'string' ? path : '', value === null ? undefined : unfolded(value));
}

/** Text of several lines that is a map in YAML counts as that map. */
function unfolded(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || !value.includes('\n')) return value;
  try {
    const read: unknown = parse(value);
    return isObject(read) ? read : value;
  } catch {
    return value;
  }
}

function problem(path: Path, message: string, { hint }: { readonly hint?: string }): Problem {
  return {
    ...{
      code: 'MSH0016',
      rule: 'operator/overlay',
      severity: 'warning',
      message,
      path,
      args: {},
      rejectedBy: [],
    },
    ...(hint !== undefined && { hint }),
  };
}
