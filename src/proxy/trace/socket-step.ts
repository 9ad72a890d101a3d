import type { JsonObject } from '../../resources/index.ts';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { socketFor, type EndpointState } from './endpoint-choice.ts';
import { matcherText } from './string-match.ts';
import type { Walk } from './walk.ts';

/** How the connection to an endpoint is protected, and whom it must be answered by. */
export function pushSocket(walk: Walk, cluster: JsonObject, endpoint: EndpointState | undefined): void {
  const name = asText(cluster.name);
  const chosen = endpoint && socketFor(cluster, endpoint);
  const path = chosen ? `transport_socket_matches[${chosen.index}].transport_socket` : 'transport_socket';
  const socket = chosen?.socket ?? cluster.transport_socket;
  const config = valueAt(socket, 'typed_config');
  const type = asText(valueAt(config, '@type'));
  if (!type.endsWith('UpstreamTlsContext')) {
    walk.steps.push({
      stage: 'cluster',
      name,
      reason: 'connects without TLS',
      field: { path: `clusters[${name}].${path}`, value: asText(valueAt(socket, 'name')) },
    });
    return;
  }
  const { field, names } = expectedNames(config);
  const sni = asText(valueAt(config, 'sni'));
  walk.steps.push({
    stage: 'cluster',
    name,
    reason: [
      'connects with TLS',
      ...(sni === '' ? [] : [`asks for ${sni}`]),
      names.length === 0 ? 'checks no name in the certificate' : `expects ${names.join(' or ')}`,
    ].join(', '),
    field: { path: `clusters[${name}].${path}.typed_config.${field}`, value: names },
  });
}

const contexts = [
  ['common_tls_context', 'combined_validation_context', 'default_validation_context'],
  ['common_tls_context', 'validation_context'],
];

function expectedNames(config: Maybe): { field: string; names: string[] } {
  for (const path of contexts) {
    const context = valueAt(config, ...path);
    const typed = asList(valueAt(context, 'match_typed_subject_alt_names')).map((each) =>
      valueAt(each, 'matcher'),
    );
    const plain = asList(valueAt(context, 'match_subject_alt_names'));
    const names = [...typed, ...plain].map(
      (matcher) => asText(valueAt(matcher, 'exact')) || matcherText(matcher),
    );
    const last = typed.length > 0 ? 'match_typed_subject_alt_names' : 'match_subject_alt_names';
    if (names.length > 0) return { field: [...path, last].join('.'), names };
  }
  return { field: 'common_tls_context', names: [] };
}
