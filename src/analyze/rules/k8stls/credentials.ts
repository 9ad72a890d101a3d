import type { Path } from '../../../path.ts';
import { credentialOf, type Credential } from '../../certificates.ts';
import { certificateRefsOf, type Listener } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** What the Secret of a listener holds. */
export interface ListenerCredential {
  readonly listener: Listener;
  readonly path: Path;
  /** Which of the certificates of the listener it is. */
  readonly index: number;
  readonly secret: MeshObject<'Secret'>;
  readonly credential: Credential;
}

/** The Secrets of listeners, each read once: `mesh.derive(listenerCredentials)`. */
export function listenerCredentials(mesh: Mesh): readonly ListenerCredential[] {
  const read = new Map<MeshObject<'Secret'>, Credential>();
  return mesh.derive(certificateRefsOf).flatMap(({ listener, path, index, secret, fault }) => {
    if (secret === undefined || fault !== undefined) return [];
    const credential = read.get(secret) ?? credentialOf(secret, mesh.settings);
    read.set(secret, credential);
    return [{ listener, path, index, secret, credential }];
  });
}
