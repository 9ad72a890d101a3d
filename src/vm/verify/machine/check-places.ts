import { machineFinding, type MachineFinding } from './machine-finding.ts';
import { machineFiles } from './machine-files.ts';
import type { MachineState, Place } from './machine-state.ts';

/** Checks the package and its unit, and whether the agent can read and write what it must. */
export const checkPlaces = (state: MachineState): MachineFinding[] => [
  ...packageFindings(state),
  ...(state.user === undefined
    ? [machineFinding('user-missing', 'machine', 'there is no user istio-proxy')]
    : ownerFindings(state, state.user)),
  ...unitFindings(state),
];

const programs = ['/usr/local/bin/pilot-agent', '/usr/local/bin/envoy', '/usr/local/bin/istio-start.sh'];
const template = '/var/lib/istio/envoy/envoy_bootstrap_tmpl.json';

function packageFindings({ places }: MachineState): MachineFinding[] {
  const missing = programs.filter((path) => ((places.get(path)?.mode ?? 0) & 0o111) === 0);
  if (missing.length > 0)
    return missing.map((path) => machineFinding('package-missing', path, `there is no program ${path}`));
  return places.has(template)
    ? []
    : [machineFinding('bootstrap-missing', template, 'there is no template of the settings of Envoy')];
}

type User = NonNullable<MachineState['user']>;

function ownerFindings(state: MachineState, user: User): MachineFinding[] {
  const { places, certificates } = state;
  const files = machineFiles(state);
  const read = [files['mesh.yaml'], files['root-cert.pem'], files['istio-token']];
  const own = [files['cert-chain.pem'], files['key.pem']];
  const writable = [certificates, '/etc/istio/proxy'];
  return [
    ...[...read, ...own].flatMap((path) => fileFindings(path, places.get(path), user)),
    ...writable.flatMap((path) => {
      const place = places.get(path);
      if (place !== undefined && may(place, user, 0o2)) return [];
      const message =
        place === undefined ? 'there is no such folder' : `istio-proxy may not write there: ${said(place)}`;
      return [machineFinding('folder-unwritable', path, message)];
    }),
  ];
}

function fileFindings(path: string, place: Place | undefined, user: User): MachineFinding[] {
  if (place === undefined) return [];
  if (!may(place, user, 0o4))
    return [machineFinding('file-unreadable', path, `istio-proxy may not read it: ${said(place)}`)];
  return place.uid === user.uid
    ? []
    : [machineFinding('file-owner', path, `it is not of istio-proxy: ${said(place)}`)];
}

/** Whether a user has a permission (4 reads, 2 writes). */
function may({ mode, uid, gid }: Place, user: User, bit: number): boolean {
  if (uid === user.uid) return ((mode >> 6) & bit) !== 0;
  return ((gid === user.gid ? mode >> 3 : mode) & bit) !== 0;
}

const said = ({ mode, uid, gid }: Place): string =>
  `its mode is ${mode.toString(8).padStart(4, '0')}, its owner ${uid}:${gid}`;

const path = 'istio.service';
const enabledStates = ['enabled', 'enabled-runtime', 'static', 'indirect', 'alias', 'generated'];

/** Without systemd, other means may start the agent. */
function unitFindings({ unit: { present, enabled, active } }: MachineState): MachineFinding[] {
  if (enabled === undefined && active === undefined) return [];
  if (!present) return [machineFinding('unit-missing', path, 'there is no unit istio.service')];
  return [
    ...(enabled === undefined || enabledStates.includes(enabled)
      ? []
      : [machineFinding('unit-disabled', path, `istio.service is ${enabled || 'not enabled'}`)]),
    ...(active === 'failed' ? [machineFinding('unit-failed', path, 'istio.service has failed')] : []),
  ];
}
