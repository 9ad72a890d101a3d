import { clearlyClosest, closest } from '../../closest.ts';
import type { Problem, Refuser } from '../../finding.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { formatPath, type Path } from '../../path.ts';
import { PathSet } from '../../path-set.ts';
import { placeOf } from '../../place-of.ts';
import { checkCelRules } from './cel-rules.ts';
import { compile, type Compiled } from './compiled.ts';
import { decoded } from './decoded.ts';
import { defaulted } from './defaulted.ts';
import { checkKeyedLists } from './keyed-lists.ts';
import { inChannel } from './channel.ts';
import type { Channel, KindDefinition } from './kind.ts';
import { checkMetadata } from './metadata.ts';
import { nodeOf, type SchemaNode } from './node.ts';
import { known } from './pruned.ts';
import { renamed } from './repairs.ts';
import { structureRules as rules } from './structure-rules.ts';
import { visit } from './structure.ts';
import { isUnreadable } from './unreadable.ts';
import { note, startWalk, type Readers, type Walk } from './walk.ts';

export interface ObjectCheck {
  /** What the API server and Istio's decoder refuse; paths are counted from the root of the object. */
  readonly problems: readonly Problem[];
  /** `spec` as Istio sees it; what it could not read is left out. */
  readonly spec: Json;
  /** Places that could not be read: what depends on them cannot be judged. */
  readonly broken: readonly Path[];
}

/** Checks an object against the schema of its kind, for the API server and for Istio in one walk. */
export function checkObject(definition: KindDefinition, schema: SchemaNode, object: JsonObject): ObjectCheck {
  const walk = startWalk({ apiserver: true, istio: false }, []);
  const root = compile(schema);
  checkEnvelope(walk, definition, root, object);
  const spec = checkSpec(walk, definition, root, object);
  return { problems: walk.problems, ...spec };
}

const envelope = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status']);

function checkEnvelope(walk: Walk, { protobuf }: KindDefinition, root: Compiled, object: JsonObject): void {
  checkMetadata(walk, object.metadata);
  for (const name in object) {
    if (envelope.has(name) || root.fields?.has(name) === true) continue;
    const readers: Readers = { apiserver: true, istio: protobuf ? 'json' : false };
    note({ ...walk, readers }, unknownTopLevel(walk, name, object));
  }
  const status = root.fields?.get('status');
  const value = object.status;
  if (status === undefined || value === undefined || value === null) return;
  walk.path.push('status');
  visit(walk, status, value);
  walk.path.pop();
}

function unknownTopLevel(walk: Walk, name: string, object: JsonObject): Parameters<typeof note>[1] {
  const meant = closest(name, [...envelope]);
  const clear = clearlyClosest(name, [...envelope]);
  return {
    rule: rules.unknownField,
    message: `an object has no field \`${name}\``,
    hint:
      meant === undefined
        ? 'Below `metadata`, everything belongs into `spec`.'
        : `Did you mean \`${meant}\`?`,
    args: { field: name, ...(meant !== undefined && { meant }) },
    repair: clear === undefined || Object.hasOwn(object, clear) ? undefined : renamed(walk, name, clear),
    field: name,
    at: 'key',
  };
}

type SpecCheck = Omit<ObjectCheck, 'problems'>;

function checkSpec(outer: Walk, { protobuf }: KindDefinition, root: Compiled, object: JsonObject): SpecCheck {
  const schema = root.fields?.get('spec');
  const given = object.spec ?? null;
  if (schema === undefined || given === null) {
    noteMissingSpec(outer, root);
    return { spec: {}, broken: [] };
  }
  const walk = startWalk({ apiserver: true, istio: protobuf ? 'protobuf' : false }, ['spec']);
  const spec = schema.hasDefaults ? defaulted(schema, given) : given;
  visit(walk, schema, spec);
  const broken = unreadBy(walk, protobuf ? 'istio' : 'apiserver');
  checkRelations(walk, schema, spec);
  addTo(outer, walk.problems);
  return { spec: readsOtherwise(walk, protobuf, broken) ? readableSpec(schema, spec, broken) : spec, broken };
}

/** Whether what is read differs from what is written. */
const readsOtherwise = (walk: Walk, protobuf: boolean, broken: readonly Path[]): boolean =>
  broken.length > 0 || (protobuf ? walk.rewrite : walk.nulls);

function noteMissingSpec(walk: Walk, root: Compiled): void {
  const required = root.node.required?.includes('spec') === true;
  if (required) note({ ...walk, path: ['spec'] }, { rule: rules.required, message: '`spec` is required' });
}

/** One by one: there may be more than a function takes arguments. */
function addTo({ problems }: Walk, more: readonly Problem[]): void {
  for (const problem of more) problems.push(problem);
}

/** The places that one of the readers could not read. */
const unreadBy = ({ problems }: Walk, reader: Refuser): Path[] =>
  problems.filter((problem) => isUnreadable(problem, reader)).map(placeOf);

/** List keys and CEL rules; what only follows from something unreadable is not said again. */
function checkRelations(walk: Walk, schema: Compiled, spec: Json): void {
  const unread = unreadBy(walk, 'apiserver');
  const later: Walk = { ...walk, problems: [] };
  checkKeyedLists(later, schema, spec);
  if (!walk.celSkipped) {
    const unknown = unread.length > 0;
    checkCelRules(later, schema, walk.nulls || unknown ? known(schema, defaulted(schema, spec)) : spec);
  }
  const broken = new PathSet(unread);
  addTo(
    walk,
    later.problems.filter(({ path }) => !broken.touches(path)),
  );
}

function readableSpec(schema: Compiled, spec: Json, broken: readonly Path[]): Json {
  const places = new Set(broken.map(formatPath));
  if (places.has('spec') || !isObject(spec)) return {};
  return decoded(schema, spec, ['spec'], places);
}

/** The schema of a version of a kind in a channel. */
export function schemaOf(
  definition: KindDefinition,
  version: string,
  channel: Channel,
): SchemaNode | undefined {
  const found = definition.versions.find(({ name }) => name === version);
  if (found?.served !== true || !definition.channels.includes(channel)) return undefined;
  if (channel === 'standard' && definition.unservedInStandard.includes(version)) return undefined;
  return inChannel(nodeOf(found.schema), channel);
}
