import { defineRule } from '../../rule.ts';
import { istiodVariables } from './istiod-variables.ts';

/** Switches of istiod that take a protection away. */
export const istiodFlag = defineRule<{ variable: string; value: string; effect: string }>({
  slug: 'hardening/istiod-flag',
  code: 'MSH0422',
  severity: 'warning',
  summary: 'No variable of istiod takes a protection away.',
  hint: 'Remove the variable: the default protects.',
  kinds: ['Deployment', 'IstioOperator'],
  optIn: true,
  message: ({ variable, value, effect }) => `${variable}=${value}: ${effect}`,
  check(mesh, report) {
    for (const { object, path, name, value } of istiodVariables(mesh)) {
      const flag = flags.get(name);
      if (flag?.isOpen(value) === true) report(object, path, { variable: name, value, effect: flag.effect });
    }
  },
});

interface Flag {
  readonly isOpen: (value: string) => boolean;
  readonly effect: string;
}

// Booleans as Go reads them.
const isOff = (value: string): boolean => ['false', 'f', '0'].includes(value.toLowerCase());
const isOn = (value: string): boolean => ['true', 't', '1'].includes(value.toLowerCase());
const isGiven = (value: string): boolean => value !== '';

const flags: ReadonlyMap<string, Flag> = new Map<string, Flag>([
  [
    'ENABLE_DEBUG_ENDPOINT_AUTH',
    { isOpen: isOff, effect: 'everybody who reaches istiod reads its debug data' },
  ],
  [
    'ENABLE_XDS_API_GENERATOR_AUTH',
    { isOpen: isOff, effect: 'clients read configuration of namespaces that are not theirs' },
  ],
  [
    'PILOT_ENABLE_STRICT_GATEWAY_MERGING',
    { isOpen: isOff, effect: 'Gateways of one namespace can change those of another on the same proxy' },
  ],
  [
    'PILOT_ENABLE_XDS_IDENTITY_CHECK',
    { isOpen: isOff, effect: 'a proxy can ask for the configuration of any other' },
  ],
  ['XDS_AUTH', { isOpen: isOff, effect: 'istiod does not ask proxies who they are' }],
  [
    'UNSAFE_ENABLE_ADMIN_ENDPOINTS',
    { isOpen: isOn, effect: 'the debug interface lets callers change istiod' },
  ],
  [
    'PILOT_SKIP_VALIDATE_TRUST_DOMAIN',
    { isOpen: isOn, effect: 'certificates of any trust domain are taken for those of the mesh' },
  ],
  [
    'PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS',
    { isOpen: isGiven, effect: 'a kubeconfig in a Secret can run programs in istiod or read its files' },
  ],
]);
