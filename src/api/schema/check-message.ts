import type { Json } from '../../json.ts';
import { formatPath, type Path } from '../../path.ts';
import { placeOf } from '../../place-of.ts';
import type { ObjectCheck } from './check-object.ts';
import { compile } from './compiled.ts';
import { decoded } from './decoded.ts';
import type { SchemaNode } from './node.ts';
import { visit } from './structure.ts';
import { isUnreadable } from './unreadable.ts';
import { startWalk, type Readers } from './walk.ts';

/** Checks a value that is no Kubernetes object, such as the mesh config, against its message; `path` is where it stands. */
export function checkMessage(
  schema: SchemaNode,
  value: Json,
  readers: Readers,
  path: Path = [],
): ObjectCheck {
  const compiled = compile(schema);
  const walk = startWalk(readers, path);
  if (value !== null) visit(walk, compiled, value);
  const refused = walk.problems.filter((problem) => isUnreadable(problem, 'istio')).map(placeOf);
  const broken = new Set(refused.map(formatPath));
  const unchanged = !walk.rewrite && refused.length === 0;
  const read = value === null || broken.has(formatPath(path)) ? {} : value;
  return {
    problems: walk.problems,
    broken: refused,
    spec: unchanged ? read : decoded(compiled, read, path, broken),
  };
}
