import { failures } from '../failures.ts';

/** What the survey of a machine can find: how bad, how the VM fails, and what to do about it. */
export interface MachineRule {
  readonly severity: 'error' | 'warning';
  readonly effect: string;
  readonly cure: string;
}

const rule = (
  severity: MachineRule['severity'],
  effect: keyof typeof failures,
  cure: string,
): MachineRule => ({ severity, effect: failures[effect], cure });

const packageCure = 'install the package istio-sidecar, in the version of the control plane';
const clockCure = 'let NTP set the clock of the machine; if that is right, the clock here';
const logs = 'read /var/log/istio/istio.err.log there, or `journalctl -u istio`';

/** Findings beside those of the files, by name. */
export const machineRules = {
  'package-missing': rule('error', 'notStarted', packageCure),
  'bootstrap-missing': rule('error', 'agentExits', packageCure),
  'user-missing': rule('error', 'notStarted', packageCure),
  'file-unreadable': rule('error', 'unread', '`chown istio-proxy` the file there'),
  'file-owner': rule('warning', 'later', '`chown istio-proxy` the file there'),
  'folder-unwritable': rule('error', 'unkept', 'make the folder there, and `chown istio-proxy` it'),
  'unit-missing': rule(
    'warning',
    'notAfterRestart',
    'install the files with `meshctl vm onboard --ssh`, which makes a unit where there is none',
  ),
  'unit-disabled': rule('warning', 'notAfterRestart', '`systemctl enable istio` there'),
  'unit-failed': rule('error', 'notRunning', `${logs}, and mend that; then \`systemctl restart istio\``),
  'clock-differs': rule('warning', 'wrongClock', clockCure),
  'clock-wrong': rule('error', 'wrongClock', clockCure),
  'istiod-unreachable': rule(
    'error',
    'noDial',
    'check the address of the gateway, that it exposes port 15012, and firewalls in between',
  ),
  'istiod-untrusted': rule(
    'error',
    'unknownAuthority',
    'take the root of the mesh that answers there: `meshctl vm renew --root`; or the address of the right gateway',
  ),
  'istiod-no-tls': rule(
    'error',
    'noDial',
    'let the gateway pass TLS for this name through to istiod, at port 15012',
  ),
  'certificate-not-renewed': rule(
    'warning',
    'lockedOut',
    `the agent renews at half of the time: ${logs}, to see why it fails`,
  ),
  'certificate-none': rule('error', 'badProof', `${logs}, to see why istiod signs none`),
  'agent-silent': rule(
    'error',
    'notRunning',
    `start it: \`systemctl start istio\` there; if it ends, ${logs}`,
  ),
  'agent-not-ready': rule('error', 'notReady', `mend what else is found; then ${logs}`),
  'agent-unseen': rule('warning', 'unseen', 'install curl there, or ask from here with --admin'),
  'envoy-silent': rule('error', 'notRunning', `the agent starts it: ${logs}`),
  'envoy-state': rule('error', 'notReady', `wait, or ${logs}`),
  'envoy-disconnected': rule('error', 'notConfigured', `mend what else is found; then ${logs}`),
  'envoy-certificate': rule('error', 'badProof', `\`systemctl restart istio\` there; if it stays, ${logs}`),
  'port-taken': rule('error', 'portsTaken', 'see with `ss -ltnp` there which program it is, and move it'),
} satisfies Record<string, MachineRule>;

export type MachineRuleName = keyof typeof machineRules;
