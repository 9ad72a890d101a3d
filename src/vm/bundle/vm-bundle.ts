import type { VmIdentity } from './vm-identity.ts';

/** The files of a VM, in the order in which they are written and named. */
export const bundleFileNames = ['cluster.env', 'hosts', 'istio-token', 'mesh.yaml', 'root-cert.pem'] as const;

export type BundleFileName = (typeof bundleFileNames)[number];

/** Two more, for a VM that is given a certificate. */
export const certificateFileNames = ['cert-chain.pem', 'key.pem'] as const;

export type CertificateFileName = (typeof certificateFileNames)[number];

/** Their texts. `istio-token` is a secret, empty when none is needed; so is `key.pem`. */
export type BundleFiles = Readonly<
  Record<BundleFileName, string> & Partial<Record<CertificateFileName, string>>
>;

/** The files that a bundle has, by name and text. */
export function filesOf(files: BundleFiles): readonly (readonly [string, string])[] {
  const more = certificateFileNames.flatMap((name) => {
    const text = files[name];
    return text === undefined ? [] : [[name, text] as const];
  });
  return [...bundleFileNames.map((name) => [name, files[name]] as const), ...more];
}

/** What is worth knowing about a bundle, though it is one. */
export interface BundleNotice {
  readonly rule:
    | 'root-malformed'
    | 'hosts-empty'
    | 'labels-overridden'
    | 'variable-left-out'
    | 'istiod-assumed'
    | 'spire-connection';
  readonly message: string;
  readonly hint?: string;
}

/** What of a bundle the caller decides. */
export interface VmBundleOptions {
  /** The VM registers itself as a WorkloadEntry of its group. */
  readonly autoRegister?: boolean;
  /** The agent answers the DNS of the VM. Default: true. */
  readonly captureDns?: boolean;
  /** The address by which others reach the VM: of its own network, or of one outside. */
  readonly address?: { readonly ip: string; readonly external: boolean };
  /** Says where istiod is, though its place is the usual one. Default: only with a revision. */
  readonly pinIstiod?: boolean;
  /** By what the VM proves who it is. Default: a token. */
  readonly identity?: VmIdentity;
}

/** Whether a token is what the VM first proves by who it is. */
export const needsToken = ({ identity }: VmBundleOptions): boolean =>
  identity === undefined || identity.kind === 'token';

/** The files of a VM, and what to say about them. */
export interface VmBundle {
  readonly files: BundleFiles;
  readonly notices: readonly BundleNotice[];
}
