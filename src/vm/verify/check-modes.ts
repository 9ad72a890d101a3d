import { bundleFileNames, certificateFileNames } from '../bundle/vm-bundle.ts';
import { finding, type BundleFinding } from './bundle-finding.ts';
import type { SavedBundle } from './saved-bundle.ts';

const readableByOthers = 0o044;
const writableByOthers = 0o022;

/** Checks who may read the secret, and who may replace what the VM trusts. */
export function checkModes({ files, mode }: SavedBundle): BundleFinding[] {
  const token = files['istio-token']?.mode ?? 0o600;
  const key = files['key.pem']?.mode ?? 0o600;
  const names = [...bundleFileNames, ...certificateFileNames];
  const open = names.filter((name) => ((files[name]?.mode ?? 0) & writableByOthers) !== 0);
  return [
    ...((token & readableByOthers) !== 0
      ? [finding('token-readable', `others may read istio-token: its mode is ${octal(token)}`)]
      : []),
    ...((key & readableByOthers) !== 0
      ? [finding('key-readable', `others may read key.pem: its mode is ${octal(key)}`)]
      : []),
    ...open.map((name) =>
      finding('bundle-writable', `others may write to ${name}: its mode is ${octal(files[name]?.mode ?? 0)}`),
    ),
    ...(((mode ?? 0) & writableByOthers) !== 0
      ? [finding('bundle-writable', `others may write to the folder: its mode is ${octal(mode ?? 0)}`)]
      : []),
  ];
}

const octal = (mode: number): string => (mode & 0o7777).toString(8).padStart(4, '0');
