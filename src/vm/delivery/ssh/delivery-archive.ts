import { tar } from '../../../tar.ts';
import { filesOf } from '../../bundle/vm-bundle.ts';
import type { DeliveredBundle } from '../delivered-bundle.ts';
import { installScript, type InstallOptions } from '../install-script.ts';

/** Bundle and install script as a tar stream; the last file says that it is whole. */
export function deliveryArchive(
  { files }: DeliveredBundle,
  options: InstallOptions | undefined,
): AsyncIterable<Buffer> {
  const texts: (readonly [string, string])[] = [
    ...filesOf(files),
    ['install.sh', installScript(options)],
    ['complete', ''],
  ];
  const entries = texts.map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  return tar(entries, 'bundle', sometime);
}

/** Times are not restored there, and tar wonders about 1970. */
const sometime = new Date('2020-01-01T00:00:00Z');
