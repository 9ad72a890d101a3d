import { isIP } from 'node:net';
import type { JsonObject } from '../../../json.ts';
import { finding } from '../bundle-finding.ts';
import { istiodAddresses } from './istiod-addresses.ts';
import { machineFinding, placed, type MachineFinding } from './machine-finding.ts';
import type { MachineState } from './machine-state.ts';

/** Checks that the machine finds istiod under each name that its agent looks for, and can talk to what is there. */
export function checkIstiod(
  state: MachineState,
  variables: ReadonlyMap<string, string>,
  defaultConfig: JsonObject,
): MachineFinding[] {
  return namesOfIstiod(variables, defaultConfig).flatMap((name) => {
    const named = nameFindings(state, name);
    const isLost = named.some(({ severity }) => severity === 'error');
    return isLost ? named : [...named, ...reachFindings(state.reached.get(name), name)];
  });
}

/** The lines of /etc/hosts that name an istiod for which the agent looks, as a file `hosts` of a bundle has them. */
export function hostsOfIstiod(
  { texts }: Pick<MachineState, 'texts'>,
  variables: ReadonlyMap<string, string>,
  defaultConfig: JsonObject,
): string {
  const lines = namesOfIstiod(variables, defaultConfig).flatMap((name) =>
    addressesOf(texts.get(place) ?? '', name).map((address) => `${address} ${name}\n`),
  );
  return lines.join('');
}

function namesOfIstiod(variables: ReadonlyMap<string, string>, defaultConfig: JsonObject): readonly string[] {
  const { certificates, configuration } = istiodAddresses(variables, defaultConfig);
  const hosts = [certificates, configuration].map((address) => address.replace(/:\d+$/, ''));
  return [...new Set(hosts)].filter((host) => isIP(host.replace(/^\[|\]$/g, '')) === 0);
}

const place = '/etc/hosts';

function nameFindings({ texts, lookups }: MachineState, name: string): MachineFinding[] {
  const text = texts.get(place) ?? '';
  const addresses = addressesOf(text, name);
  const [first = ''] = addresses;
  if (addresses.length === 0)
    return (lookups.get(name) ?? []).length > 0
      ? []
      : [
          placed(
            finding('hosts-name', `no line names ${name}, for which the agent looks, nor does DNS know it`),
            place,
          ),
        ];
  if (/^(0\.0\.0\.0|::)$/.test(first))
    return [placed(finding('hosts-address', `nothing can be reached at ${first}`), place)];
  return hasSeveral(addresses)
    ? [placed(finding('hosts-ambiguous', `${name} has several addresses: ${addresses.join(', ')}`), place)]
    : [];
}

/** Addresses that a file of hosts has for a name, in their order. */
function addressesOf(text: string, name: string): readonly string[] {
  const entries = text.split('\n').map((line) => line.replace(/#.*/, '').trim().split(/\s+/));
  return [...new Set(entries.filter(([, ...names]) => names.includes(name)).map(([ip = '']) => ip))];
}

/** One of each family is one place. */
const hasSeveral = (addresses: readonly string[]): boolean =>
  new Set(addresses.map((address) => isIP(address))).size < addresses.length;

/** How curl ends; after a TLS connection it may end with any other code, since istiod speaks gRPC there. */
const ends: Readonly<Partial<Record<number, Parameters<typeof machineFinding>[0]>>> = {
  7: 'istiod-unreachable',
  28: 'istiod-unreachable',
  35: 'istiod-no-tls',
  51: 'istiod-untrusted',
  60: 'istiod-untrusted',
};
const messages: Readonly<Partial<Record<string, string>>> = {
  'istiod-unreachable': 'nothing answers at port 15012 of',
  'istiod-no-tls': 'there is no TLS at port 15012 of',
  'istiod-untrusted': 'root-cert.pem does not stand for the certificate at port 15012 of',
};

function reachFindings(code: number | undefined, name: string): MachineFinding[] {
  const rule = ends[code ?? 0];
  return rule === undefined ? [] : [machineFinding(rule, 'machine', `${messages[rule] ?? ''} ${name}`)];
}
