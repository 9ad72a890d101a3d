import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { asList, asNumber, asText, valueAt, type Maybe } from '../message/index.ts';
import { allOf, anyOf, decide, opposite, type Decision } from './decision.ts';
import { matchHeader } from './header-match.ts';
import { prefixAround } from './ip-range.ts';
import { matchMetadata } from './metadata-match.ts';
import { barePath } from './path-match.ts';
import { matchText } from './string-match.ts';
import type { TraceRequest } from './trace.ts';

/** What conditions of access control look at. */
export interface AccessFacts extends TraceRequest {
  /** The client's address as HTTP filters take it, after `x-forwarded-for`; undefined when that cannot be told. */
  readonly remoteIp: string | undefined;
  /** What the tokens of the request say, by the name under which it stands in the metadata. */
  readonly claims?: JsonObject | undefined;
}

/**
 * Judges an `envoy.config.rbac.v3.Permission` or `Principal`, which differ only in what they can name. Conditions
 * about metadata are judged where it comes from tokens; all other, and those of extensions, are `unknown`.
 */
export function judgeAccess(condition: Maybe, facts: AccessFacts): Decision {
  if (!isObject(condition)) return 'unknown';
  const field = Object.keys(condition).find((each) => Object.hasOwn(judges, each));
  const judge = field === undefined ? undefined : judges[field];
  return judge === undefined || field === undefined ? 'unknown' : judge(condition[field], facts);
}

type Judge = (value: Maybe, facts: AccessFacts) => Decision;

const each = (field: string): ((value: Maybe, facts: AccessFacts) => Decision[]) => {
  return (value, facts) => asList(valueAt(value, field)).map((inner) => judgeAccess(inner, facts));
};
const rules = each('rules');
const ids = each('ids');

const within = (range: Maybe, address: string | undefined): Decision =>
  address === undefined ? 'unknown' : decide(prefixAround(range, address) !== undefined);

const fromConnection: Judge = (range, { sourceIp }) => within(range, sourceIp);

const judges: Readonly<Record<string, Judge>> = {
  and_rules: (value, facts) => allOf(rules(value, facts)),
  or_rules: (value, facts) => anyOf(rules(value, facts)),
  not_rule: (value, facts) => opposite(judgeAccess(value, facts)),
  and_ids: (value, facts) => allOf(ids(value, facts)),
  or_ids: (value, facts) => anyOf(ids(value, facts)),
  not_id: (value, facts) => opposite(judgeAccess(value, facts)),
  any: (value) => decide(value === true),
  header: (value, { http }) => (http === undefined ? 'no' : matchHeader(value, http).decision),
  url_path: (value, { http }) =>
    http === undefined ? 'no' : matchText(valueAt(value, 'path'), barePath(http.path)),
  destination_ip: (value, { destination }) => within(value, destination.address),
  destination_port: (value, { destination }) => decide(asNumber(value) === destination.port),
  destination_port_range: (value, { destination: { port } }) =>
    decide(port >= asNumber(valueAt(value, 'start')) && port < asNumber(valueAt(value, 'end'))),
  requested_server_name: (value, { sni }) => matchText(value, sni),
  authenticated: judgePrincipal,
  filter_state: judgeFilterState,
  metadata: (value, { claims }) => matchMetadata(value, claims),
  sourced_metadata: (value, { claims }) => matchMetadata(valueAt(value, 'metadata_matcher'), claims),
  source_ip: fromConnection,
  direct_remote_ip: fromConnection,
  remote_ip: (value, { remoteIp }) => within(value, remoteIp),
};

function judgePrincipal(value: Maybe, { sourcePrincipal }: AccessFacts): Decision {
  const name = valueAt(value, 'principal_name');
  if (name === undefined) return decide(sourcePrincipal !== undefined);
  // Without a certificate Envoy compares with an empty name, and not at all without TLS: neither is anybody.
  return sourcePrincipal === undefined ? 'no' : matchText(name, sourcePrincipal);
}

/** Istio keeps the identity of the peer here. */
function judgeFilterState(value: Maybe, { sourcePrincipal }: AccessFacts): Decision {
  if (asText(valueAt(value, 'key')) !== 'io.istio.peer_principal') return 'unknown';
  return sourcePrincipal === undefined ? 'no' : matchText(valueAt(value, 'string_match'), sourcePrincipal);
}
