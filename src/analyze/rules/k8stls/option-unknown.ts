import { closest } from '../../../closest.ts';
import { isCipherSuite } from '../../../validate/index.ts';
import { servedListeners, terminateModeOption } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** Options of `tls` under gateway.istio.io that Istio does not know, and values that it drops. */
export const optionUnknown = defineRule<{ option: string; value: string; meant?: string }>({
  slug: 'k8stls/option-unknown',
  code: 'MSH0237',
  severity: 'warning',
  summary: 'Istio knows the TLS options of listeners and their values.',
  kinds: ['KubernetesGateway', 'ListenerSet'],
  message: ({ option, value, meant }) => {
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    return value === ''
      ? `Istio has no option ${option}${hint}`
      : `Istio passes over ${JSON.stringify(value)} in ${option}${hint}`;
  },
  check(mesh, report) {
    for (const { owner, path, spec } of mesh.derive(servedListeners)) {
      for (const [option, text] of Object.entries(spec.tls?.options ?? {})) {
        if (!option.startsWith('gateway.istio.io/')) continue;
        for (const { value, meant } of faultsOf(option, text)) {
          const place = [...path, 'tls', 'options', option];
          const at = value === '' ? ({ at: 'key' } as const) : {};
          report(owner, place, { option, value, ...(meant !== undefined && { meant }) }, at);
        }
      }
    }
  },
});

const modes = ['MUTUAL', 'OPTIONAL_MUTUAL', 'ISTIO_SIMPLE', 'ISTIO_MUTUAL'];
const cipherSuites = 'gateway.istio.io/tls-cipher-suites';
const listenerProtocol = 'gateway.istio.io/listener-protocol';
const options = [terminateModeOption, cipherSuites, listenerProtocol];

interface Fault {
  /** Empty when the option itself is unknown. */
  readonly value: string;
  readonly meant?: string | undefined;
}

function faultsOf(option: string, text: string): readonly Fault[] {
  if (option === terminateModeOption) return oneOf(text, modes);
  if (option === listenerProtocol) return oneOf(text, ['auto-passthrough']);
  if (option !== cipherSuites) return [{ value: '', meant: closest(option, options) }];
  return text
    .split(',')
    .map((suite) => suite.trim())
    .filter((suite) => suite !== '' && !isCipherSuite(suite))
    .map((value) => ({ value }));
}

const oneOf = (value: string, known: readonly string[]): readonly Fault[] =>
  value === '' || known.includes(value) ? [] : [{ value, meant: closest(value, known) }];
