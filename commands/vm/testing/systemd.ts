import type { SshMachine } from '../../../src/vm/delivery/testing/ssh-machine.ts';

/** Where the machine keeps that its unit runs. */
const active = '/run/istio-is-active';

/** Makes a machine look as though systemd ran there; what is started is only noted. */
export function playSystemd(machine: SshMachine): void {
  machine.run(`mkdir -p /run/systemd/system
cat >/usr/local/bin/systemctl <<'END'
${systemctl}END
chmod 755 /usr/local/bin/systemctl`);
}

export const isStarted = (machine: SshMachine): boolean =>
  machine.run(`[ ! -e ${active} ] || echo yes`) !== '';

const systemctl = `#!/bin/sh
case $1 in
  is-enabled) test -e /run/istio-is-enabled && echo enabled ;;
  is-active) test -e ${active} && echo active ;;
  enable) : >/run/istio-is-enabled ;;
  restart) : >${active} ;;
esac
`;
