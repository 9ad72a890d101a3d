/** The files of a VM, in the order in which they are written and named. */
export const bundleFileNames = ['cluster.env', 'hosts', 'istio-token', 'mesh.yaml', 'root-cert.pem'] as const;

export type BundleFileName = (typeof bundleFileNames)[number];

/** Their texts. `istio-token` is a secret. */
export type BundleFiles = Readonly<Record<BundleFileName, string>>;

/** What is worth knowing about a bundle, though it is one. */
export interface BundleNotice {
  readonly rule: 'hosts-empty' | 'labels-overridden' | 'variable-left-out' | 'istiod-assumed';
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
}

/** The files of a VM, and what to say about them. */
export interface VmBundle {
  readonly files: BundleFiles;
  readonly notices: readonly BundleNotice[];
}
