import { filesOf } from '../bundle/vm-bundle.ts';
import type { DeliveredBundle } from './delivered-bundle.ts';
import { installScript, type InstallOptions } from './install-script.ts';

/**
 * The install script with the bundle in it, for a POSIX shell with `base64`. It takes the same flags, but no folder.
 * The text holds the token: keep it as one keeps a password.
 */
export function selfExtractingScript({ files }: DeliveredBundle, options: InstallOptions = {}): string {
  const extracted = filesOf(files).map(([name, text]) =>
    hereDocument(`base64 -d >"$bundle/${name}"`, wrapped(text)),
  );
  return [
    opening,
    ...extracted,
    hereDocument('cat >"$bundle/install.sh"', installScript(options)),
    closing,
  ].join('');
}

const opening = `#!/bin/sh
# Lets this machine join an Istio mesh: unpacks files into a folder of its own, installs them, and removes the folder.
# It holds a token: keep it as you keep a password. Written by meshctl; --help tells how.
set -eu

main() {
  before=$(umask)
  umask 077
  bundle=$(mktemp -d)
  trap 'rm -rf -- "$bundle"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 141' PIPE
  trap 'exit 143' TERM
`;

// Called in the last line alone, so that a file that was cut off does nothing.
const closing = `  umask "$before"
  sh "$bundle/install.sh" "$@" "$bundle"
}

main "$@"
`;

/** None of the lines is ever the delimiter: base64 has no underscore, and the install script is our own. */
const hereDocument = (command: string, text: string): string =>
  `  ${command} <<'END_OF_FILE'\n${text}END_OF_FILE\n`;

const wrapped = (text: string): string =>
  Buffer.from(text)
    .toString('base64')
    .replaceAll(/.{1,76}/g, '$&\n');
