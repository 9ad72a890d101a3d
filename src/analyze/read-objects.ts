import type { Problem } from '../finding.ts';
import { given } from '../given.ts';
import type { Json } from '../json.ts';
import type { Path } from '../path.ts';
import type { ReadResult, Resource } from '../resources/index.ts';
import { validate, type CheckedResource, type Validation } from '../validate/index.ts';
import type { AnalyzeOptions } from './analysis-options.ts';
import { asIstioctlReads } from './compat.ts';
import { withoutThoseOf } from './compat-findings.ts';
import { meshObject } from './mesh-object-of.ts';
import type { SetAside } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import {
  assignNamespaces,
  fragmentReason,
  holdsPlaceholder,
  readKustomizations,
  type Kustomization,
} from './units/index.ts';

/** The objects of an input, and what `validate` says of each. */
export interface ReadObjects {
  /** Those that can be judged, in the order of the input. */
  readonly resources: readonly Resource[];
  readonly objects: ReadonlyMap<Resource, MeshObject>;
  readonly setAside: readonly SetAside[];
  /** Those among the input; istioctl knows none. */
  readonly kustomizations: ReadonlyMap<string, Kustomization>;
  readonly validation: Validation;
}

/** Checks every object by itself and decodes it; fragments of objects are set aside, and so are placeholders. */
export async function readObjects(read: ReadResult, options: AnalyzeOptions): Promise<ReadObjects> {
  const { namespace, channel, strict, memory } = options;
  const compat = options.compat !== undefined;
  const kustomizations = compat ? new Map<string, Kustomization>() : readKustomizations(read.documents);
  const named = assignNamespaces(read.resources, usualNamespace(options), kustomizations);
  const setAside: SetAside[] = [];
  const resources = compat ? named : withoutFragments(named, kustomizations, setAside);
  const checked: CheckedResource[] = [];
  const validation = await validate(
    { ...read, resources },
    given({ namespace, channel, strict }),
    (found) => {
      checked.push(found);
      return compat ? found.problems : withoutPlaceholders(found, setAside);
    },
    memory,
  );
  const judged = new Set(compat ? asIstioctlReads(checked) : checked);
  const passedOver = checked.filter((found) => !judged.has(found));
  return {
    ...{ resources, setAside, kustomizations },
    objects: new Map(Array.from(judged, (found) => [found.resource, meshObject(found)])),
    validation: { ...validation, findings: withoutThoseOf(validation.findings, passedOver) },
  };
}

const usualNamespace = ({ namespace, compat }: AnalyzeOptions): string =>
  namespace ?? (compat === undefined ? 'default' : '');

function withoutFragments(
  resources: readonly Resource[],
  kustomizations: ReadonlyMap<string, Kustomization>,
  setAside: SetAside[],
): readonly Resource[] {
  return resources.filter((resource) => {
    const reason = fragmentReason(resource, kustomizations);
    if (reason === undefined) return true;
    const object = meshObject({ resource, spec: null, broken: [], problems: [] });
    setAside.push({ object, path: [], why: 'fragment', reason });
    return false;
  });
}

/** A value that is filled in later is no fault. */
function withoutPlaceholders(found: CheckedResource, setAside: SetAside[]): readonly Problem[] {
  if (found.problems.length === 0) return found.problems;
  return found.problems.filter(({ path, mark = path }) => {
    const text = placeholderAt(found.resource, mark);
    if (text === undefined) return true;
    setAside.push({ object: meshObject(found), path: mark, why: 'placeholder', reason: text });
    return false;
  });
}

/** The text at a path, if it holds a placeholder. */
export function placeholderAt({ value }: Resource, path: Path): string | undefined {
  let held: Json | undefined = value;
  for (const step of path) {
    if (typeof held !== 'object' || held === null) return undefined;
    held = (held as Readonly<Record<string | number, Json>>)[step];
  }
  return typeof held === 'string' && holdsPlaceholder(held) ? held : undefined;
}
