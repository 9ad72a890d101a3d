import { request } from 'node:https';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isObject, plainText, type JsonObject } from '../../json.ts';
import { chooseContext } from '../kubeconfig/choose-context.ts';
import { parseKubeconfig } from '../kubeconfig/parse-kubeconfig.ts';
import { textOf } from '../text-of.ts';

interface Answer {
  readonly status: number;
  readonly body: JsonObject;
}

type Send = (method: string, path: string, body?: object) => Promise<Answer>;

/** Applies an object by server-side apply with strict field validation; gives what the server says against it. */
export type ApplyObject = (object: JsonObject) => Promise<string | undefined>;

/** Makes a function that applies objects to the cluster of a kubeconfig with a token. */
export async function objectApplier(kubeconfig: string): Promise<ApplyObject> {
  const send = await sender(kubeconfig);
  const kinds = new Map<string, Promise<JsonObject>>();
  return async (object) => {
    const { apiVersion, kind, metadata } = object;
    const type = `${plainText(apiVersion)} ${plainText(kind)}`;
    const found = kinds.get(type) ?? servedKind(send, plainText(apiVersion), plainText(kind));
    kinds.set(type, found);
    const { plural, namespaced } = await found;
    const { name, namespace } = isObject(metadata) ? metadata : {};
    const place = namespaced === true ? `/namespaces/${plainText(namespace)}` : '';
    const path = `${groupPath(plainText(apiVersion))}${place}/${plainText(plural)}/${encodeURIComponent(plainText(name))}`;
    const query = '?fieldManager=meshctl-test&force=true&fieldValidation=Strict';
    const { status, body } = await send('PATCH', path + query, object);
    return status < 300 ? undefined : `${status} ${plainText(body.message)}`;
  };
}

const groupPath = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

/** Waits until a kind is served: that of a definition is so only after a moment. */
async function servedKind(send: Send, apiVersion: string, kind: string): Promise<JsonObject> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { body } = await send('GET', groupPath(apiVersion));
    const resources = Array.isArray(body.resources) ? body.resources.filter(isObject) : [];
    const found = resources.find(
      (resource) => resource.kind === kind && !plainText(resource.name).includes('/'),
    );
    if (found !== undefined) return { plural: found.name ?? '', namespaced: found.namespaced ?? false };
    await sleep(50);
  }
  throw new Error(`${apiVersion} ${kind} is not served`);
}

async function sender(kubeconfig: string): Promise<Send> {
  const config = parseKubeconfig(await readFile(kubeconfig, 'utf8'), kubeconfig);
  const { server, user } = chooseContext(config, undefined);
  const headers = {
    authorization: `Bearer ${textOf(user.token) ?? ''}`,
    accept: 'application/json',
  };
  const patch = { ...headers, 'content-type': 'application/apply-patch+yaml' };
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const options = { method, headers: body === undefined ? headers : patch, rejectUnauthorized: false };
      const sent = request(server + path, options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => {
          const read: unknown = text.startsWith('{') ? JSON.parse(text) : {};
          resolve({ status: response.statusCode ?? 0, body: isObject(read) ? read : {} });
        });
      });
      sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
    });
}
