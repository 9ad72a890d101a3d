import { isIP } from 'node:net';
import { plainText, type JsonObject } from '../../json.ts';
import { finding, type BundleFinding } from './bundle-finding.ts';
import type { Variables } from './bundle-variables.ts';
import type { SavedFile } from './saved-bundle.ts';

/** What an agent looks for when nobody says where istiod is. */
const usual = 'istiod.istio-system.svc';

/** Checks that every name under which the agent looks for istiod has one address, and a sensible one. */
export function checkHosts(
  file: SavedFile | undefined,
  variables: Variables,
  defaultConfig: JsonObject,
): BundleFinding[] {
  const text = file?.text ?? '';
  const lines = text
    .split(/\r?\n/)
    .map(withoutComment)
    .filter((line) => line !== '');
  if (lines.length === 0) {
    const message = file === undefined ? 'there is no file hosts' : 'the file hosts is empty';
    return [finding('hosts-empty', message)];
  }
  const entries = lines.map((line) => line.split(/\s+/));
  const isEntry = ([ip = '', ...names]: readonly string[]): boolean => isIP(ip) > 0 && names.length > 0;
  const bad = entries.filter((words) => !isEntry(words));
  return [
    ...(bad.length > 0
      ? [finding('hosts-malformed', `entries of hosts that are no address with a name: ${bad.length}`)]
      : []),
    ...(text.includes('\r') ? [finding('hosts-line-ends', 'the lines of hosts end as on Windows')] : []),
    ...entries
      .filter(([ip = '']) => /^(0\.0\.0\.0|::)$/.test(ip))
      .map(([ip = '']) => finding('hosts-address', `nothing can be reached at ${ip}`)),
    ...(bad.length > 0 ? [] : nameFindings(entries, wantedNames(variables, defaultConfig))),
  ];
}

const withoutComment = (line: string): string => line.replace(/#.*/, '').trim();

/** Names of istiod: where certificates are signed, and where configuration comes from. */
function wantedNames(variables: Variables, { discoveryAddress }: JsonObject): ReadonlySet<string> {
  const addresses = [variables?.get('CA_ADDR') ?? '', plainText(discoveryAddress)];
  const names = addresses
    .flatMap((address) => /^(.+):\d+$/.exec(address)?.[1] ?? [])
    .filter((host) => isIP(host) === 0);
  return new Set(names);
}

function nameFindings(entries: readonly (readonly string[])[], wanted: ReadonlySet<string>): BundleFinding[] {
  const addressesOf = (name: string): string[] => [
    ...new Set(entries.filter(([, ...names]) => names.includes(name)).map(([ip = '']) => ip)),
  ];
  const inside = (name: string): boolean => /^istiod[-\w]*\.[-\w]+\.svc$/.test(name);
  const known = entries.flatMap(([, ...names]) => names);
  const looked = wanted.size > 0 ? [...wanted].filter(inside) : known.some(inside) ? [] : [usual];
  return [
    ...looked
      .filter((name) => addressesOf(name).length === 0)
      .map((name) =>
        finding(
          'hosts-name',
          `hosts does not name ${name}, for which the agent looks, but ${known.join(', ')}`,
        ),
      ),
    ...[...new Set(known)]
      .filter((name) => hasSeveral(addressesOf(name)))
      .map((name) =>
        finding('hosts-ambiguous', `hosts gives ${name} several addresses: ${addressesOf(name).join(', ')}`),
      ),
  ];
}

/** One of each family is one place. */
const hasSeveral = (addresses: readonly string[]): boolean =>
  new Set(addresses.map((address) => isIP(address))).size < addresses.length;
