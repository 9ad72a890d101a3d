import type { Path } from '../../../path.ts';
import { credentialOf, type Credential } from '../../certificates.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { namespacesOfGateway } from './gateway-workloads.ts';
import { serversOf, type GatewayServer } from './servers.ts';

/** A Secret that a server of a Gateway takes its certificate from. */
export interface NamedCredential {
  readonly server: GatewayServer;
  /** As written. */
  readonly name: string;
  readonly path: Path;
  /** Where the Secret is looked for: where the proxy runs. */
  readonly secretNamespace: string;
  /** Undefined when the input does not hold it. */
  readonly secret: MeshObject<'Secret'> | undefined;
  readonly credential: Credential | undefined;
}

/** Every credential of every server whose proxy is known, once for each namespace that the proxy runs in. */
export const credentialsOf = (mesh: Mesh): readonly NamedCredential[] =>
  mesh.derive(serversOf).flatMap((server) => {
    const names = namesOf(server, mesh.settings.compat);
    if (names.length === 0) return [];
    return namespacesOfGateway(mesh, server.gateway)
      .filter((namespace) => !mesh.settings.compat || namespace !== '')
      .flatMap((namespace) => names.map((named) => located(mesh, server, named, namespace)));
  });

/** Whether a server presents a certificate of its own, so that a credential counts. */
const endsTls = ({ server: { tls } }: GatewayServer): boolean =>
  ['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'].includes(tls?.mode ?? '');

/** The Secret in a namespace that a proxy may read; `shop/cert` names one of another namespace. */
export const findSecret = (mesh: Mesh, namespace: string, name: string): MeshObject<'Secret'> | undefined => {
  const slash = name.indexOf('/');
  return slash < 0
    ? mesh.find('Secret', namespace, name)
    : mesh.find('Secret', name.slice(0, slash), name.slice(slash + 1));
};

interface Name {
  readonly name: string;
  readonly path: Path;
}

/** Names with a scheme, as of an SDS server, stand for other things than Secrets; istioctl does not know. */
function namesOf(server: GatewayServer, compat: boolean): Name[] {
  const { credentialName = '', credentialNames = [] } = server.server.tls ?? {};
  const path = [...server.path, 'tls'];
  const single = { name: credentialName, path: [...path, 'credentialName'] };
  if (compat) return credentialName === '' ? [] : [single];
  if (!endsTls(server)) return [];
  const several = credentialNames.map((name, index) => ({ name, path: [...path, 'credentialNames', index] }));
  return [single, ...several].filter(({ name }) => name !== '' && !name.includes('://'));
}

function located(
  mesh: Mesh,
  server: GatewayServer,
  { name, path }: Name,
  namespace: string,
): NamedCredential {
  const secret = findSecret(mesh, namespace, name);
  const credential = secret && credentialIn(mesh, secret);
  return { server, name, path, secretNamespace: namespace, secret, credential };
}

/** One Secret serves many servers, and is read once. */
function credentialIn(mesh: Mesh, secret: MeshObject<'Secret'>): Credential {
  const known = mesh.derive(readCredentials);
  const credential = known.get(secret) ?? credentialOf(secret, mesh.settings);
  known.set(secret, credential);
  return credential;
}

const readCredentials = (): Map<MeshObject<'Secret'>, Credential> => new Map();
