import type { Json, JsonObject } from '../../resources/index.ts';
import type { ClusterClient } from '../client.ts';
import type { DeleteOptions, DeleteOutcome } from '../delete/delete-options.ts';
import type { IssuedToken, TokenRequest } from '../token/token-request.ts';
import type { WatchEvent, WatchedKind, WatchOptions } from '../watch/watch.ts';
import type { ObjectKey } from './object-key.ts';
import type { ApplyOptions, PatchOptions, WriteOptions } from './write-options.ts';

/**
 * A connection to the API of a cluster that can change it. Objects are plain JSON, as the server gives and takes them.
 *
 * What passes is tried again with growing pauses: a busy server, errors of the server, connections that break, answers
 * that are lost, an API server that restarts. Nothing is repeated that might do something else the second time. All
 * methods throw a `MeshctlError`, mostly an `ApiError`, with what to do; or the reason of the signal that ended them.
 */
export interface ClusterWriter {
  /** The same connection for reading. */
  readonly client: ClusterClient;
  /** Gives the object as it is now; undefined when there is none, or its kind is not served. */
  readonly get: (key: ObjectKey, options?: Pick<WriteOptions, 'signal'>) => Promise<JsonObject | undefined>;
  /**
   * Server-side apply (https://kubernetes.io/docs/reference/using-api/server-side-apply/): the object gets the fields
   * given here, and loses those that the field manager applied before and are not given any more. Gives the object as
   * it is then; its resourceVersion tells whether it changed.
   *
   * @throws {ApplyConflict} when others manage fields that would change. @throws {InvalidObject} when the server does
   * not know a field, or refuses a value.
   */
  readonly apply: (object: JsonObject, options?: ApplyOptions) => Promise<JsonObject>;
  /**
   * Makes an object that is not there. When the answer was lost, the object counts as made by this call if it is as
   * sent and the field manager wrote it.
   *
   * @throws {ApiError} 409 when there is one of that name.
   */
  readonly create: (object: JsonObject, options?: WriteOptions) => Promise<JsonObject>;
  /** Changes an object that is there. */
  readonly patch: (key: ObjectKey, patch: Json, options: PatchOptions) => Promise<JsonObject>;
  /** Deletes the one object with that uid, never another one of the same name. */
  readonly delete: (key: ObjectKey, options: DeleteOptions) => Promise<DeleteOutcome>;
  /** Follows objects of a kind. */
  readonly watch: (kind: WatchedKind, options?: WatchOptions) => AsyncGenerator<WatchEvent, void, undefined>;
  /**
   * Has the API server issue a token of a service account. The token is a secret: it belongs into no message.
   *
   * @throws {ApiError} with what to do: 404 when there is no such service account or namespace, 403, 422.
   */
  readonly token: (asked: TokenRequest) => Promise<IssuedToken>;
}
