import { setMaxListeners } from 'node:events';
import { request as requestPlain, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Json } from '../../json.ts';
import { version } from '../../version.ts';
import type { Session } from './session.ts';

/** One request to an API server. */
export interface ApiRequest {
  /** A `ClusterClient` sends nothing but GET. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From the root of the API, encoded: `/api/v1/pods`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Default: `application/json`. */
  readonly accept?: string;
  readonly body?: {
    /** Media type: of patches, it says which kind of patch it is. */
    readonly type: string;
    readonly value: Json;
  };
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends a request once. Rejects with what Node says when no full answer comes back. */
export async function send(session: Session, request: ApiRequest, signal: AbortSignal): Promise<ApiAnswer> {
  const response = await openResponse(session, request, signal);
  const chunks: Buffer[] = [];
  for await (const chunk of unpacked(response)) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

/** Sends a request once, and gives the answer before its body has come. */
export function openResponse(
  session: Session,
  { method, path, query, accept = 'application/json', body }: ApiRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  // One deadline ends many requests at once: that so many listen is no leak.
  setMaxListeners(0, signal);
  const url = new URL(session.server + path);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const open = url.protocol === 'http:' ? requestPlain : requestSecure;
  const text = body && JSON.stringify(body.value);
  const headers = {
    ...session.headers,
    accept,
    'accept-encoding': 'gzip',
    'user-agent': userAgent,
    // Node gives DELETE no length of its own.
    ...(text !== undefined && { 'content-type': body?.type, 'content-length': Buffer.byteLength(text) }),
  };
  return new Promise((resolve, reject) => {
    open(url, { ...session.options, method, headers, signal }, resolve)
      .on('error', reject)
      .end(text);
  });
}

/** How requests tell who asks. */
export const userAgent = `meshctl/${version}`;

/** The body of an answer as it was before it was packed. */
export function unpacked(response: IncomingMessage): NodeJS.ReadableStream {
  if (response.headers['content-encoding'] !== 'gzip') return response;
  // The error, if any, comes out of the stream that is read.
  return pipeline(response, createGunzip(), () => undefined);
}
