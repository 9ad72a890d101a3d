import { gunzipSync, gzipSync } from 'node:zlib';
import { MeshctlError } from '../../errors.ts';
import { plainText, valueIn, type JsonObject } from '../../json.ts';
import { idOf, keyOf, type ClusterWriter, type ObjectKey } from '../../kube/apply/index.ts';
import { ApiError } from '../../kube/index.ts';
import type { BeforeValue } from './before-value.ts';
import { stateName } from './state-object.ts';

/** Where the before-values of a step are. */
export interface BeforePlace {
  readonly namespace: string;
  /** Of the step in its plan. */
  readonly step: number;
}

/**
 * Before-values in the cluster, in Secrets: objects that are kept for the way back may say more than everybody should
 * read. Each piece stands by itself, and is never changed once the state counts it.
 */
export async function readBefore(
  writer: Pick<ClusterWriter, 'get'>,
  place: BeforePlace,
  pieces: number,
): Promise<readonly BeforeValue[]> {
  const values: BeforeValue[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const object = await writer.get(pieceKey(place, piece));
    if (object === undefined) throw isGone(place, piece);
    values.push(...valuesIn(object));
  }
  return values;
}

/** Adds values after so many pieces, and gives how many there are then. */
export async function addBefore(
  writer: Pick<ClusterWriter, 'get' | 'create' | 'patch'>,
  place: BeforePlace,
  pieces: number,
  values: readonly BeforeValue[],
): Promise<number> {
  let count = pieces;
  for (const part of partsOf(values)) {
    await writePiece(writer, pieceOf(place, count, part));
    count += 1;
  }
  return count;
}

/** Those of `values` that are not recorded yet: what was recorded first is what was before. */
export function notIn(
  values: readonly BeforeValue[],
  recorded: readonly BeforeValue[],
): readonly BeforeValue[] {
  const known = new Set(recorded.map(identityOf));
  return values.filter((value) => {
    const isNew = !known.has(identityOf(value));
    known.add(identityOf(value));
    return isNew;
  });
}

const identityOf = ({ part, object }: BeforeValue): string => `${part} ${idOf(object)}`;

/** Removes what is kept of an upgrade that is over. */
export async function forgetBefore(
  writer: Pick<ClusterWriter, 'get' | 'delete'>,
  place: BeforePlace,
  pieces: number,
): Promise<void> {
  for (let piece = 0; piece < pieces; piece += 1) {
    const key = pieceKey(place, piece);
    const uid = plainText(valueIn(await writer.get(key), 'metadata', 'uid'));
    if (uid !== '') await writer.delete(key, { uid, propagation: 'Background' });
  }
}

const pieceKey = ({ namespace, step }: BeforePlace, piece: number): ObjectKey => ({
  apiVersion: 'v1',
  kind: 'Secret',
  namespace,
  name: `${stateName}-before-${step}-${piece}`,
});

/** Written by us. */
function valuesIn(object: JsonObject): readonly BeforeValue[] {
  const text = Buffer.from(plainText(valueIn(object, 'data', 'values')), 'base64');
  return JSON.parse(gunzipSync(text).toString('utf8')) as readonly BeforeValue[];
}

/** An object of the API may have one MiB; these are compressed besides. */
const mostCharacters = 900_000;

function partsOf(values: readonly BeforeValue[]): readonly (readonly BeforeValue[])[] {
  const parts: BeforeValue[][] = [];
  let room = 0;
  for (const value of values) {
    const size = JSON.stringify(value).length;
    if (size > room) {
      parts.push([]);
      room = mostCharacters;
    }
    parts.at(-1)?.push(value);
    room -= size;
  }
  return parts;
}

function pieceOf(place: BeforePlace, piece: number, values: readonly BeforeValue[]): JsonObject {
  const { apiVersion, kind, namespace = '', name } = pieceKey(place, piece);
  const labels = { 'app.kubernetes.io/managed-by': 'meshctl' };
  const data = { values: gzipSync(JSON.stringify(values)).toString('base64') };
  return { apiVersion, kind, metadata: { name, namespace, labels }, type: 'Opaque', data };
}

/** One that the state does not count is left from a run that was killed. */
async function writePiece(writer: Pick<ClusterWriter, 'create' | 'patch'>, piece: JsonObject): Promise<void> {
  try {
    await writer.create(piece);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409)) throw error;
    await writer.patch(keyOf(piece), { data: piece.data ?? null }, { type: 'merge' });
  }
}

const isGone = (place: BeforePlace, piece: number): MeshctlError =>
  new MeshctlError('environment', `Secret ${pieceKey(place, piece).name} is not there any more`, {
    reason: 'it holds what a step of the upgrade changed, as it was before',
    hint: 'bring it back from a backup of the cluster, or take the step back by hand',
  });
