import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import type { JsonObject } from '../../resources/index.ts';
import type { ServedKind } from '../discovery/served-kind.ts';
import { discoveryAnswer } from './discovery-answer.ts';
import { forwardSocket, type Forwards } from './forward-socket.ts';

/** What a fake API server serves, and how it misbehaves. */
export interface FakeApiOptions {
  readonly kinds?: readonly ServedKind[];
  /** Objects by the path of their list. */
  readonly lists?: Readonly<Record<string, readonly JsonObject[]>>;
  /** Kubernetes 1.26 and newer answer with all kinds at once. Default: true. */
  readonly aggregated?: boolean;
  /** Default: as many as are asked for. */
  readonly pageSize?: number;
  /** What is written is kept here, by path; `storedObjects` makes one. Default: nothing can be written. */
  readonly store?: ObjectStore;
  /** TLS; plain HTTP without. */
  readonly tls?: ServerOptions;
  /** Where ports of pods lead. Default: nowhere. */
  readonly forwards?: Forwards;
  /** Comes before all else; gives true when it has answered. `nth` counts the requests for the same path from 1. */
  readonly fault?: (request: SeenRequest, response: ServerResponse, nth: number) => boolean;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** Empty for a request without one. */
  readonly body: JsonObject;
}

/** Carries a request out, if it is about one of its objects or makes one. */
export type ObjectStore = (request: SeenRequest, response: ServerResponse) => boolean;

/** A server on this machine that answers as an API server does, until the test ends. */
export interface FakeApi {
  readonly url: string;
  /** All requests so far. */
  readonly requests: readonly SeenRequest[];
}

export async function fakeApi(options: FakeApiOptions = {}): Promise<FakeApi> {
  const requests: SeenRequest[] = [];
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await seen(incoming);
    requests.push(request);
    const nth = requests.filter(({ path }) => path === request.path).length;
    if (options.fault?.(request, response, nth) !== true) answer(request, response, options);
  };
  const listener: RequestListener = (incoming, response) => {
    void handle(incoming, response);
  };
  const server = options.tls ? createSecureServer(options.tls, listener) : createServer(listener);
  server.on('upgrade', (request, socket, head) => {
    forwardSocket(request, socket, head, options.forwards ?? (() => undefined));
  });
  const port = await listen(server);
  return { url: `http${options.tls ? 's' : ''}://127.0.0.1:${port}`, requests };
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Answers with a Kubernetes `Status`. */
export function refuse(response: ServerResponse, code: number, message: string, headers = {}): true {
  const status = { kind: 'Status', apiVersion: 'v1', status: 'Failure', message, code };
  response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(status));
  return true;
}

async function seen(incoming: IncomingMessage): Promise<SeenRequest> {
  const { method = '', url = '/', headers } = incoming;
  const { pathname: path, searchParams: query } = new URL(url, 'http://fake');
  let text = '';
  for await (const part of incoming.setEncoding('utf8')) text += String(part);
  const body = text === '' ? {} : (JSON.parse(text) as JsonObject);
  return { method, path, query, headers, body };
}

function answer(request: SeenRequest, response: ServerResponse, options: FakeApiOptions): void {
  const { lists = {}, kinds = [], aggregated = true } = options;
  if (options.store?.(request, response) === true) return;
  const items = lists[request.path];
  const asksAll = aggregated && String(request.headers.accept).includes('APIGroupDiscoveryList');
  const body = items ? page(items, request, options) : discoveryAnswer(request.path, kinds, asksAll);
  if (body === undefined) {
    refuse(response, 404, 'the server could not find the requested resource');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  response.end(gzipSync(JSON.stringify(body)));
}

function page(
  items: readonly JsonObject[],
  { path, query }: SeenRequest,
  options: FakeApiOptions,
): JsonObject {
  const size = Math.min(Number(query.get('limit')), options.pageSize ?? Infinity);
  const start = Number(query.get('continue') ?? 0);
  const served = options.kinds?.find(({ resource }) => path.endsWith(`/${resource}`));
  const version = served?.group ? `${served.group}/${served.version}` : 'v1';
  return {
    apiVersion: version,
    kind: `${served?.kind ?? ''}List`,
    metadata: start + size < items.length ? { continue: String(start + size) } : {},
    items: items.slice(start, start + size),
  };
}
