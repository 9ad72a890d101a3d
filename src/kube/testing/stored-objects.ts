import type { ServerResponse } from 'node:http';
import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { refuse, type ObjectStore, type SeenRequest } from './fake-api.ts';

/** Objects by path, which requests make, change and delete: no more of an API server than a client must see. */
export function storedObjects(objects: Map<string, JsonObject>): ObjectStore {
  return (request, response) => {
    const { method, path, body } = request;
    const there = objects.get(path);
    if (method === 'POST') return create(objects, request, response);
    if (method === 'PATCH') return give(response, put(objects, path, { ...there, ...body }));
    if (there === undefined) return method === 'DELETE' ? refuse(response, 404, 'not found') : false;
    if (method === 'GET') return give(response, there);
    if (isObject(body.preconditions) && body.preconditions.uid !== uidOf(there)) {
      return refuse(response, 409, 'the uid does not match');
    }
    objects.delete(path);
    return give(response, { kind: 'Status', status: 'Success' });
  };
}

function create(
  objects: Map<string, JsonObject>,
  { path, body, query }: SeenRequest,
  response: ServerResponse,
): true {
  const metadata = isObject(body.metadata) ? body.metadata : {};
  const name = typeof metadata.name === 'string' ? metadata.name : `made-${objects.size}`;
  const place = `${path}/${name}`;
  if (objects.has(place)) return refuse(response, 409, 'already exists');
  const managedFields = [{ manager: query.get('fieldManager') ?? '' }];
  return give(
    response,
    put(objects, place, { ...body, metadata: { ...metadata, name, managedFields } }),
    201,
  );
}

function put(objects: Map<string, JsonObject>, path: string, object: JsonObject): JsonObject {
  objects.set(path, object);
  return object;
}

function give(response: ServerResponse, body: JsonObject, code = 200): true {
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return true;
}

function uidOf({ metadata }: JsonObject): unknown {
  return isObject(metadata) ? metadata.uid : undefined;
}
