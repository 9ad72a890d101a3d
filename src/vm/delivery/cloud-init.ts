import { gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { filesOf } from '../bundle/vm-bundle.ts';
import type { DeliveredBundle } from './delivered-bundle.ts';
import { installScript, type InstallOptions } from './install-script.ts';

/**
 * User data for cloud-init (https://cloudinit.readthedocs.io/en/latest/reference/modules.html): at its first start a
 * machine whose image has the package istio-sidecar installs the bundle. Files are packed, since clouds take no more
 * than 16 KiB. The text holds the token, and programs on the machine may be able to read user data.
 */
export function cloudInit(
  { files }: DeliveredBundle,
  options: InstallOptions = { service: true, start: true },
): string {
  const texts = [...filesOf(files), ['install.sh', installScript(options)] as const];
  const data = {
    write_files: texts.map(([name, text]) => ({
      path: `${folder}/${name}`,
      owner: 'root:root',
      permissions: '0600',
      encoding: 'gz+b64',
      content: packed(text),
    })),
    runcmd: [['sh', '-c', install]],
  };
  return `#cloud-config\n# Written by meshctl. It holds a token: keep it as you keep a password.\n${stringify(data, { lineWidth: 0 })}`;
}

/** In memory, so that nothing stays on a disk should the machine stop before the folder is removed. */
const folder = '/run/meshctl-vm';

const install = `sh ${folder}/install.sh ${folder}; code=$?; rm -rf ${folder}; exit $code`;

function packed(text: string): string {
  const bytes = gzipSync(text, { level: 9 });
  // The header says on which system it was packed: unknown, so that all write the same.
  bytes[9] = 255;
  return bytes.toString('base64');
}
