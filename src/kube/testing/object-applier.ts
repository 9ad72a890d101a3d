import { setTimeout as sleep } from 'node:timers/promises';
import { isObject, plainText, type JsonObject } from '../../json.ts';
import { apiSender, type ApiSend } from './api-sender.ts';

/** Applies an object by server-side apply with strict field validation; gives what the server says against it. */
export type ApplyObject = (object: JsonObject) => Promise<string | undefined>;

/** Makes a function that applies objects to the cluster of a kubeconfig with a token. */
export async function objectApplier(kubeconfig: string): Promise<ApplyObject> {
  const send = await apiSender(kubeconfig);
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
    const { status, body } = await send('PATCH', path + query, {
      type: 'application/apply-patch+yaml',
      text: JSON.stringify(object),
    });
    return status < 300 ? undefined : `${status} ${plainText(body.message)}`;
  };
}

const groupPath = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

/** Waits until a kind is served: that of a definition is so only after a moment. */
async function servedKind(send: ApiSend, apiVersion: string, kind: string): Promise<JsonObject> {
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
