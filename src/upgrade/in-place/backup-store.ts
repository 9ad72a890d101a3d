import { gunzipSync, gzipSync } from 'node:zlib';
import { MeshctlError } from '../../errors.ts';
import { objectIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { idOf, keyOf, type ClusterWriter, type ObjectKey } from '../../kube/apply/index.ts';
import { ApiError, listMetadata, type ClusterClient } from '../../kube/index.ts';
import type { InPlaceBackup, SavedObject } from './backup-of.ts';

const prefix = 'meshctl-backup-';
const backupLabel = 'meshctl.io/backup';
/** An object of the API may have one MiB; these are compressed besides. */
const mostCharacters = 900_000;

/**
 * Keeps a backup in the cluster, in Secrets of the namespace of the control plane: objects may say more than everybody
 * should read. What a backup of that name has already stays: it is from before an upgrade that was interrupted.
 */
export async function keepBackup(
  writer: Pick<ClusterWriter, 'get' | 'create' | 'patch'>,
  namespace: string,
  { name, objects }: InPlaceBackup,
): Promise<void> {
  const kept = (await readBackup(writer, namespace, name))?.objects ?? [];
  const known = new Set(kept.map(({ object }) => idOf(object)));
  const parts = partsOf([...kept, ...objects.filter(({ object }) => !known.has(idOf(object)))]);
  // The first one says how many there are: it comes when the others are there.
  for (const [index, part] of [...parts.entries()].reverse())
    await writePiece(writer, pieceOf({ namespace, name, index }, part, parts.length));
}

/**
 * A backup that was kept; undefined when there is none of that name.
 *
 * @throws {MeshctlError} `environment` when some of it is gone.
 */
export async function readBackup(
  writer: Pick<ClusterWriter, 'get'>,
  namespace: string,
  name: string,
): Promise<InPlaceBackup | undefined> {
  const first = await writer.get(keyOfPiece({ namespace, name, index: 0 }));
  if (first === undefined) return undefined;
  const objects = [...savedIn(first)];
  for (let index = 1; index < countIn(first); index += 1) {
    const key = keyOfPiece({ namespace, name, index });
    const piece = await writer.get(key);
    if (piece === undefined)
      throw new MeshctlError('environment', `Secret ${namespace}/${key.name} is not there any more`, {
        reason: `it is a part of the backup ${name}`,
        hint: 'bring it back from a backup of the cluster',
      });
    objects.push(...savedIn(piece));
  }
  return { name, objects };
}

/** Names of the backups in a namespace. */
export async function backupNames(
  client: Pick<ClusterClient, 'get'>,
  namespace: string,
): Promise<readonly string[]> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets`;
  const secrets = await listMetadata(client, path, { labelSelector: backupLabel });
  const names = secrets.map((secret) => plainText(objectIn(secret, 'metadata', 'labels')[backupLabel]));
  return [...new Set(names)].sort();
}

/** Removes a backup, the first piece at last. */
export async function forgetBackup(
  writer: Pick<ClusterWriter, 'get' | 'delete'>,
  namespace: string,
  name: string,
): Promise<void> {
  const first = await writer.get(keyOfPiece({ namespace, name, index: 0 }));
  if (first === undefined) return;
  for (let index = countIn(first) - 1; index >= 0; index -= 1) {
    const key = keyOfPiece({ namespace, name, index });
    const uid = plainText(valueIn(await writer.get(key), 'metadata', 'uid'));
    if (uid !== '') await writer.delete(key, { uid, propagation: 'Background' });
  }
}

interface Place {
  readonly namespace: string;
  readonly name: string;
  readonly index: number;
}

const keyOfPiece = ({ namespace, name, index }: Place): ObjectKey => ({
  ...{ apiVersion: 'v1', kind: 'Secret', namespace },
  name: `${prefix}${name}-${index}`,
});

function partsOf(objects: readonly SavedObject[]): readonly (readonly SavedObject[])[] {
  const parts: SavedObject[][] = [[]];
  let room = mostCharacters;
  for (const saved of objects) {
    const size = JSON.stringify(saved).length;
    if (size > room) {
      parts.push([]);
      room = mostCharacters;
    }
    parts.at(-1)?.push(saved);
    room -= size;
  }
  return parts;
}

function pieceOf(place: Place, objects: readonly SavedObject[], count: number): JsonObject {
  const { apiVersion, kind, name } = keyOfPiece(place);
  const labels = { 'app.kubernetes.io/managed-by': 'meshctl', [backupLabel]: place.name };
  return {
    ...{ apiVersion, kind, metadata: { name, namespace: place.namespace, labels }, type: 'Opaque' },
    data: {
      count: Buffer.from(String(count)).toString('base64'),
      objects: gzipSync(JSON.stringify(objects)).toString('base64'),
    },
  };
}

const dataIn = (piece: JsonObject, key: string): Buffer =>
  Buffer.from(plainText(valueIn(piece, 'data', key)), 'base64');

const countIn = (piece: JsonObject): number => Number(dataIn(piece, 'count').toString('utf8'));

/** Written by us. */
const savedIn = (piece: JsonObject): readonly SavedObject[] =>
  JSON.parse(gunzipSync(dataIn(piece, 'objects')).toString('utf8')) as readonly SavedObject[];

async function writePiece(writer: Pick<ClusterWriter, 'create' | 'patch'>, piece: JsonObject): Promise<void> {
  try {
    await writer.create(piece);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409)) throw error;
    await writer.patch(keyOf(piece), { data: piece.data ?? null }, { type: 'merge' });
  }
}
