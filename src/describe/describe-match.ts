import { selectorText, type MeshObject } from '../analyze/index.ts';

type Spec = MeshObject<'VirtualService'>['spec'];
type Item<L> = L extends readonly (infer T)[] ? T : never;
export type VirtualRoute =
  Item<NonNullable<Spec['http']>> | Item<NonNullable<Spec['tls']>> | Item<NonNullable<Spec['tcp']>>;
type Match = NonNullable<Item<NonNullable<Spec['http']>>['match']>[number];
type L4Match = NonNullable<Item<NonNullable<Spec['tls']>>['match']>[number];

/** What a route asks of a request, in short; `everything` where it asks nothing. */
export function describeMatch({ match = [] }: VirtualRoute): string {
  const texts = match.map((one) => parts(one).join('; ') || 'everything');
  return texts.length === 0 ? 'everything' : texts.join(' or ');
}

const texts = ['uri', 'scheme', 'method', 'authority'] as const;

function parts(match: Match | L4Match): readonly string[] {
  return [...httpParts(match), ...connectionParts(match)];
}

function httpParts(match: Match): readonly string[] {
  return [
    ...texts.flatMap((field) => (match[field] === undefined ? [] : [`${field} ${condition(match[field])}`])),
    ...named('header', match.headers),
    ...named('without header', match.withoutHeaders),
    ...named('query', match.queryParams),
    ...said('from namespace', match.sourceNamespace ?? ''),
  ];
}

function connectionParts(match: Match | L4Match): readonly string[] {
  const { port = 0, sourceLabels = {} } = match;
  return [
    ...said('server name', 'sniHosts' in match ? (match.sniHosts ?? []).join(', ') : ''),
    ...said('to', 'destinationSubnets' in match ? (match.destinationSubnets ?? []).join(', ') : ''),
    ...said('port', port === 0 ? '' : String(port)),
    ...said('from workloads with', selectorText(sourceLabels)),
  ];
}

const said = (what: string, value: string): readonly string[] => (value === '' ? [] : [`${what} ${value}`]);

interface Text {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

const condition = ({ exact, prefix, regex }: Text): string => {
  if (exact !== undefined) return `exact ${exact}`;
  if (prefix !== undefined) return `prefix ${prefix}`;
  return regex === undefined ? 'present' : `regex ${regex}`;
};

const named = (what: string, conditions: Readonly<Record<string, Text>> = {}): readonly string[] =>
  Object.entries(conditions).map(([name, text]) => `${what} ${name} ${condition(text)}`);
