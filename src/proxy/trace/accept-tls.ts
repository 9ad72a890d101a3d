import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { anyOf } from './decision.ts';
import { matcherText, matchText } from './string-match.ts';
import type { DecidingField, TraceRequest } from './trace.ts';
import type { Walk } from './walk.ts';

/** Why a chain does not take a connection, with the field that says so where there is one. */
export interface Refusal {
  readonly closed: string;
  readonly field?: DecidingField | undefined;
}

/** Whether the transport socket of a filter chain, which stands at `path`, takes a connection. */
export function acceptTls(walk: Walk, chain: Maybe, path: string): Refusal | undefined {
  const config = valueAt(chain, 'transport_socket', 'typed_config');
  const terminates = asText(valueAt(config, '@type')).endsWith('DownstreamTlsContext');
  const at = `${path}.transport_socket.typed_config`;
  if (!terminates) return acceptPlain(walk.request, chain);
  if (!walk.request.tls) return { closed: 'the filter chain expects TLS, the client sends none' };
  return missingSecret(walk, config, at) ?? refuseClient(walk.request, config, at);
}

/** Whether a filter chain gets to see the certificate of a client. */
export function asksForCertificate(chain: Maybe): boolean {
  const config = valueAt(chain, 'transport_socket', 'typed_config');
  const fields = [
    'validation_context',
    'combined_validation_context',
    'validation_context_sds_secret_config',
  ];
  const validates = fields.some((field) => valueAt(config, 'common_tls_context', field) !== undefined);
  return validates || valueAt(config, 'require_client_certificate') === true;
}

function acceptPlain({ tls }: TraceRequest, chain: Maybe): Refusal | undefined {
  const managed = asList(valueAt(chain, 'filters')).some((filter) =>
    asText(valueAt(filter, 'typed_config', '@type')).endsWith('HttpConnectionManager'),
  );
  if (!tls || !managed) return undefined;
  return { closed: 'the filter chain expects plain HTTP, the client sends TLS' };
}

/** Envoy closes connections that come before the certificate to show them. */
function missingSecret({ dump }: Walk, config: Maybe, at: string): Refusal | undefined {
  const section = dump.section('secrets');
  if (section === undefined) return undefined;
  const states = new Map([...section.items({})].map(({ name, state }) => [name, state]));
  const wanted = asList(valueAt(config, 'common_tls_context', 'tls_certificate_sds_secret_configs'));
  for (const [index, secret] of wanted.entries()) {
    const name = asText(valueAt(secret, 'name'));
    if (['active', 'static'].includes(states.get(name) ?? '')) continue;
    const path = `${at}.common_tls_context.tls_certificate_sds_secret_configs[${index}].name`;
    return { closed: `the proxy waits for the certificate ${name}`, field: { path, value: name } };
  }
  return undefined;
}

const contexts = [['combined_validation_context', 'default_validation_context'], ['validation_context']];

function refuseClient({ sourcePrincipal }: TraceRequest, config: Maybe, at: string): Refusal | undefined {
  const field = 'require_client_certificate';
  if (sourcePrincipal === undefined) {
    if (valueAt(config, field) !== true) return undefined;
    const closed =
      'the filter chain demands a client certificate, and the client has none (--source-principal)';
    return { closed, field: { path: `${at}.${field}`, value: true } };
  }
  for (const context of contexts) {
    const path = ['common_tls_context', ...context];
    const refusal = refuseName(sourcePrincipal, valueAt(config, ...path), `${at}.${path.join('.')}`);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** A certificate has to have one of the names that are listed; an empty list takes all. */
function refuseName(principal: string, context: Maybe, at: string): Refusal | undefined {
  const typed = asList(valueAt(context, 'match_typed_subject_alt_names')).filter(
    (each) => asText(valueAt(each, 'san_type')) === 'URI',
  );
  const plain = asList(valueAt(context, 'match_subject_alt_names'));
  const matchers = [...typed.map((each) => valueAt(each, 'matcher')), ...plain];
  if (matchers.length === 0 || anyOf(matchers.map((each) => matchText(each, principal))) !== 'no')
    return undefined;
  const names = matchers.map(matcherText).join(' or ');
  const field = typed.length > 0 ? 'match_typed_subject_alt_names' : 'match_subject_alt_names';
  return {
    closed: `the filter chain takes only clients whose name ${names}, not ${principal}`,
    field: { path: `${at}.${field}`, value: matchers.map((each) => each ?? null) },
  };
}
