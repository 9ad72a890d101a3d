import { request as requestPlain, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { version } from '../../version.ts';
import type { Session } from './session.ts';

/** One request to an API server. */
export interface ApiRequest {
  /** Reading is all there is so far. */
  readonly method: 'GET';
  /** From the root of the API, encoded: `/api/v1/pods`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Default: `application/json`. */
  readonly accept?: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends a request once. Rejects with what Node says when no full answer comes back. */
export async function send(session: Session, request: ApiRequest, signal: AbortSignal): Promise<ApiAnswer> {
  const response = await start(session, request, signal);
  const chunks: Buffer[] = [];
  for await (const chunk of unpacked(response)) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

function start(
  session: Session,
  { method, path, query, accept = 'application/json' }: ApiRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const url = new URL(session.server + path);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const open = url.protocol === 'http:' ? requestPlain : requestSecure;
  const headers = { ...session.headers, accept, 'accept-encoding': 'gzip', 'user-agent': userAgent };
  return new Promise((resolve, reject) => {
    open(url, { ...session.options, method, headers, signal }, resolve)
      .on('error', reject)
      .end();
  });
}

/** How requests tell who asks. */
export const userAgent = `meshctl/${version}`;

function unpacked(response: IncomingMessage): NodeJS.ReadableStream {
  if (response.headers['content-encoding'] !== 'gzip') return response;
  // The error, if any, comes out of the stream that is read.
  return pipeline(response, createGunzip(), () => undefined);
}
