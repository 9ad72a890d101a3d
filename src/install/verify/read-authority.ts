import { MeshctlError } from '../../errors.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { ApiError, type ClusterClient, type GetOptions } from '../../kube/index.ts';
import type { MeshAuthority } from './verify-snapshot.ts';

/**
 * Reads by whom certificates of a mesh are signed: the Secret that the user made (`cacerts`), else the one that istiod
 * made (`istio-ca-secret`). Their private keys are dropped at once. That one may not read them is part of the answer.
 */
export async function readAuthority(
  client: ClusterClient,
  namespace: string,
  options: Pick<GetOptions, 'signal'>,
): Promise<MeshAuthority> {
  const read = (resource: string, name: string) => readOne(client, { namespace, resource, name }, options);
  const [configMap, given, made] = await Promise.all([
    read('configmaps', 'istio-ca-root-cert'),
    read('secrets', 'cacerts'),
    read('secrets', 'istio-ca-secret'),
  ]);
  const root = plainText(objectIn(configMap.object, 'data')['root-cert.pem']);
  const signer = signerOf('cacerts', given.object) ?? signerOf('istio-ca-secret', made.object);
  const problems = [configMap, given, ...(given.object === undefined ? [made] : [])].flatMap(
    ({ problem }) => problem ?? [],
  );
  return { ...(root !== '' && { root }), ...(signer && { signer }), problems };
}

interface Read {
  readonly object?: JsonObject;
  readonly problem?: string;
}

async function readOne(
  client: ClusterClient,
  {
    namespace,
    resource,
    name,
  }: { readonly namespace: string; readonly resource: string; readonly name: string },
  options: Pick<GetOptions, 'signal'>,
): Promise<Read> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/${resource}/${name}`;
  try {
    return { object: await client.get(path, options) };
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return {};
    options.signal?.throwIfAborted();
    if (!(error instanceof MeshctlError)) throw error;
    return { problem: `${name} cannot be read: ${error.message}` };
  }
}

/** `cacerts` has one set of names, what istiod makes another one. */
function signerOf(secret: string, object: JsonObject | undefined): MeshAuthority['signer'] {
  const data = objectIn(object, 'data');
  const text = (key: string): string => Buffer.from(plainText(data[key]), 'base64').toString();
  const certificate = text('ca-cert.pem');
  if (certificate === '') return undefined;
  return { secret, certificate, root: text('root-cert.pem') || certificate };
}
