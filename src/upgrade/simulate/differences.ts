import {
  isObject,
  objectIn,
  plainText,
  valueIn,
  withoutKey,
  type Json,
  type JsonObject,
} from '../../json.ts';
import { compareText } from '../../compare-text.ts';
import { idOfObject, keyOf } from '../../kube/apply/index.ts';
import type { SimulatedWrite } from './simulation.ts';

/** What became of objects from one moment to another, by kind and name; what the cluster makes by itself is left out. */
export function differences(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
): readonly SimulatedWrite[] {
  const [old, now] = [before, after].map(
    (objects) => new Map(objects.filter(isToldOf).map((object) => [idOfObject(object), object])),
  ) as [Map<string, JsonObject>, Map<string, JsonObject>];
  const gone = [...old].filter(([id]) => !now.has(id)).map(([, object]) => write('delete', object));
  const there = [...now].flatMap(([id, object]) => {
    const earlier = old.get(id);
    return earlier === undefined ? [write('create', object)] : changed(earlier, object);
  });
  return [...there, ...gone].sort(
    (a, b) => compareText(a.object.kind, b.object.kind) || compareText(placeOf(a), placeOf(b)),
  );
}

const byItself = new Set(['Pod', 'ReplicaSet', 'EndpointSlice', 'Endpoints', 'Event', 'Lease', 'Node']);
const record = 'meshctl-upgrade';

/** The record of the upgrade itself is none of its effects. */
const isToldOf = (object: JsonObject): boolean =>
  !byItself.has(plainText(object.kind)) &&
  !keyOf(object).name.startsWith(record) &&
  keyOf(object).name !== 'istio-ca-root-cert';

const placeOf = ({ object: { namespace = '', name } }: SimulatedWrite): string => `${namespace}/${name}`;

const write = (
  action: SimulatedWrite['action'],
  object: JsonObject,
  changes: readonly string[] = [],
): SimulatedWrite => ({ action, object: keyOf(object), changes });

function changed(before: JsonObject, after: JsonObject): readonly SimulatedWrite[] {
  const changes = fieldsBetween(lasting(before), lasting(after), '');
  const restarted = restartOf(before) !== restartOf(after);
  if (changes.length === 0 && !restarted) return [];
  return [write(restarted ? 'restart' : 'change', after, changes)];
}

const restarted = 'kubectl.kubernetes.io/restartedAt';
const templateMetadata = ['spec', 'template', 'metadata'] as const;

const restartOf = (object: JsonObject): string =>
  plainText(valueIn(object, ...templateMetadata, 'annotations', restarted));

/** What somebody wrote: no status, no marks of the server, no time of a restart. */
function lasting(object: JsonObject): JsonObject {
  const { labels = {}, annotations } = objectIn(object, 'metadata');
  const rest = withoutKey(withoutKey(object, 'status'), 'metadata');
  const metadata = {
    labels,
    annotations: withoutKey(objectIn(annotations), 'deployment.kubernetes.io/revision'),
  };
  const template = valueIn(object, 'spec', 'template');
  if (!isObject(template)) return { ...rest, metadata };
  const inner = objectIn(object, ...templateMetadata);
  const left = withoutKey(objectIn(inner, 'annotations'), restarted);
  const plain = { ...template, metadata: { ...inner, annotations: left } };
  return { ...rest, metadata, spec: { ...objectIn(object, 'spec'), template: plain } };
}

/** Fields that differ, each with both values; long ones without. */
function fieldsBetween(before: Json | undefined, after: Json | undefined, path: string): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareText);
    return keys.flatMap((key) =>
      fieldsBetween(before[key], after[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return [isShort(before) && isShort(after) ? `${path}: ${shown(before)} -> ${shown(after)}` : path];
}

const longest = 60;
const isShort = (value: Json | undefined): boolean =>
  typeof value !== 'object' && shown(value).length <= longest;
const shown = (value: Json | undefined): string => (value === undefined ? 'nothing' : plainText(value));
