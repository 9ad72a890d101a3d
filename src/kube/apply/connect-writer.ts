import type { ConnectOptions } from '../connect-options.ts';
import { clientOf } from '../connect.ts';
import { openConnection } from '../connection.ts';
import { deleteObject } from '../delete/delete-object.ts';
import { realClock, type Clock } from '../session/retry.ts';
import { requestToken } from '../token/request-token.ts';
import { watchKind } from '../watch/watch.ts';
import { applyObject } from './apply-object.ts';
import type { ClusterWriter } from './cluster-writer.ts';
import { createObject } from './create-object.ts';
import { getObject } from './get-object.ts';
import { KindIndex } from './kind-index.ts';
import { patchObject } from './patch-object.ts';
import { endOf, targetIfServed, type WriteStage } from './target.ts';

/**
 * `connect`, for a connection that can also change the cluster. Nothing is sent to the cluster yet.
 *
 * @throws {MeshctlError} as `connect` does.
 */
export async function connectWriter(options: ConnectOptions = {}): Promise<ClusterWriter> {
  return connectWriterWith(realClock, options);
}

/** `connectWriter` with a clock, for tests. */
export async function connectWriterWith(clock: Clock, options: ConnectOptions): Promise<ClusterWriter> {
  const connection = await openConnection(clock, options);
  const client = clientOf(connection);
  const stage: WriteStage = { connection, client, kinds: new KindIndex(client, clock) };
  return {
    client,
    get: async (key, { signal } = {}) => {
      const ends = endOf(stage, signal);
      const target = await targetIfServed(stage, key, ends);
      return target && getObject(stage, target, ends);
    },
    apply: (object, how) => applyObject(stage, object, how),
    create: (object, how) => createObject(stage, object, how),
    patch: (key, patch, how) => patchObject(stage, key, patch, how),
    delete: (key, how) => deleteObject(stage, key, how),
    watch: (kind, how) => watchKind(stage, kind, how),
    token: (asked) => requestToken(connection, asked),
  };
}
