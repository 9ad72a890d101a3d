import type { BundleFileName, CertificateFileName } from '../bundle/vm-bundle.ts';

/** A file of a bundle as it was found. */
export interface SavedFile {
  readonly text: string;
  /** Permission bits; undefined where there are none, as on Windows. */
  readonly mode?: number;
}

/** A bundle as it was found in a folder; files may be missing. */
export interface SavedBundle {
  readonly files: Readonly<Partial<Record<BundleFileName | CertificateFileName, SavedFile>>>;
  /** Permission bits of the folder. */
  readonly mode?: number;
}
