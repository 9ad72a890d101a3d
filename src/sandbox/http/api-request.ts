import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { parse as parseYaml } from 'yaml';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { readProtobuf } from './read-protobuf.ts';

/** A request to the API, with its body read. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Undefined when there is none. */
  readonly body: Json | undefined;
}

/**
 * Reads a request whole.
 *
 * @throws {Refusal} when its body is neither JSON nor YAML.
 */
export async function readRequest(incoming: IncomingMessage): Promise<ApiRequest> {
  const { method = 'GET', headers } = incoming;
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://sandbox');
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = bodyOf(Buffer.concat(chunks), headers);
  return { method, path: pathname, query: searchParams, headers, body };
}

/** The media type of a body, without its parameters. */
export const mediaType = ({ 'content-type': type = '' }: IncomingHttpHeaders): string =>
  (type.split(';')[0] ?? '').trim();

function bodyOf(bytes: Buffer, headers: IncomingHttpHeaders): Json | undefined {
  if (bytes.length === 0) return undefined;
  const type = mediaType(headers);
  if (type.includes('protobuf')) {
    const object = readProtobuf(bytes);
    if (object !== undefined) return object;
    const message = `the body of the request was in an unknown format (${type}) - accepted media types include: application/json, application/yaml`;
    throw new Refusal(415, 'UnsupportedMediaType', message, {});
  }
  const text = bytes.toString('utf8');
  try {
    return (type.includes('yaml') && !/^\s*\{/.test(text) ? parseYaml(text) : JSON.parse(text)) as Json;
  } catch (error) {
    throw badRequest(`the body cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

/**
 * The object in the body.
 *
 * @throws {Refusal} when there is none.
 */
export function objectIn({ body }: ApiRequest): JsonObject {
  if (!isObject(body)) throw badRequest('the body of the request is no object');
  return body;
}
