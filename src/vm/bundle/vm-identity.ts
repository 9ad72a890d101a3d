/**
 * By what a VM proves to istiod who it is. `token`: a token of its service account, until it has a certificate.
 * `certificate`: one that it is given, and that its agent renews from then on. `spire`: its proxy has certificates from
 * the SDS socket of another agent, by its file name in `/var/run/secrets/workload-spiffe-uds`; none are asked of istiod.
 */
export type VmIdentity =
  | { readonly kind: 'token' }
  | { readonly kind: 'certificate' }
  | { readonly kind: 'spire'; readonly socket: string };

/** Where the agent keeps its certificate, and takes it from when it needs the next one. */
export const certificateFolder = '/etc/certs';
