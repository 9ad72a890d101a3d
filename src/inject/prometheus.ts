import { MeshctlError } from '../errors.ts';
import { objectsIn, plainText, type JsonObject } from '../json.ts';
import { withVariables } from './variables.ts';
import { annotationsOf, findContainer, proxyContainer, withAnnotations, type Pod } from './pod.ts';
import { prometheusAnnotation, prometheusPort, withoutPrometheus } from './prometheus-annotations.ts';

const ownPorts = new Set([15000, 15001, 15004, 15006, 15008, 15020, 15021, 15053, 15090]);

/**
 * Lets Prometheus ask the agent, which asks the application in turn.
 *
 * @throws {MeshctlError} `input` when the application is to be asked at a port of the proxy.
 */
export function mergePrometheus(pod: Pod, mesh: JsonObject, statusPort: string): Pod {
  if (!isWanted(pod, mesh)) return pod;
  const scrape = prometheusAnnotation(pod, 'scrape');
  if (scrape === 'false' || prometheusPort(pod) === statusPort) return secured(pod);
  const known = withVariables(pod, scrapeVariables(pod, scrape));
  return secured(
    withAnnotations(withoutPrometheus(known), {
      'prometheus.io/port': statusPort,
      'prometheus.io/path': '/stats/prometheus',
      'prometheus.io/scrape': 'true',
    }),
  );
}

function isWanted(pod: Pod, { enablePrometheusMerge }: JsonObject): boolean {
  const asked = annotationsOf(pod)['prometheus.istio.io/merge-metrics'];
  if (asked !== undefined) return ['1', 't', 'true'].includes(asked.toLowerCase());
  return enablePrometheusMerge !== false;
}

/** What the application told Prometheus, for the agent. */
function scrapeVariables(pod: Pod, scrape: string | undefined): Readonly<Record<string, string>> {
  const port = prometheusPort(pod);
  const path = prometheusAnnotation(pod, 'path');
  const targets = targetsOf(annotationsOf(pod)['prometheus.istio.io/scrape-targets'] ?? '');
  const isSaid = [scrape, port, path].some((text) => text !== undefined) || targets.length > 0;
  if (!isSaid) return {};
  for (const asked of [...(port === undefined ? [] : [port]), ...targets.map((target) => target.port)])
    checkPort(asked);
  const told = { scrape: scrape ?? '', path: path ?? '', port: port ?? '' };
  return {
    ISTIO_PROMETHEUS_ANNOTATIONS: JSON.stringify(targets.length > 0 ? { ...told, targets } : told),
  };
}

/** `port:path` pairs of a comma list. */
const targetsOf = (text: string): readonly { readonly port: string; readonly path: string }[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const colon = item.indexOf(':');
      return colon < 0
        ? { port: item, path: '' }
        : { port: item.slice(0, colon), path: item.slice(colon + 1) };
    });

function checkPort(text: string): void {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535 && !ownPorts.has(port)) return;
  throw new MeshctlError(
    'input',
    `Prometheus cannot be led to port ${JSON.stringify(text)} of the application`,
    {
      hint: 'name a port of the application in prometheus.io/port; the proxy has ports of its own from 15000 to 15090',
    },
  );
}

function secured(pod: Pod): Pod {
  const env = objectsIn(findContainer(pod, proxyContainer)?.env);
  const port = env.find(({ name }) => name === 'ENVOY_SECURE_MERGED_METRICS_PORT')?.value;
  return port === undefined
    ? pod
    : withAnnotations(pod, { 'prometheus.istio.io/secure-port': plainText(port) });
}
