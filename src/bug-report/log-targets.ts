import type { ClusterClient, Pod } from '../kube/index.ts';
import type { PodContainer } from './mesh-pod.ts';
import type { Target } from './target.ts';

export interface LogOptions {
  readonly since?: Date;
  readonly maxBytes: number;
}

/** The log of a container, and that of the run before it if it was restarted. */
export function logTargets(
  client: ClusterClient,
  pod: Pod,
  { name, restarted }: PodContainer,
  options: LogOptions,
): readonly Target[] {
  const runs = restarted ? [false, true] : [false];
  return runs.map((previous) => ({
    path: `logs/${pod.namespace}/${pod.name}/${name}${previous ? '.previous' : ''}.log`,
    what: `log of ${name} in ${pod.name}.${pod.namespace}${previous ? ' before it was restarted' : ''}`,
    gather: async (signal) => {
      const { namespace, name: podName } = pod;
      const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(podName)}/log`;
      const text = await client.text(path, { query: queryOf(name, previous, options), signal });
      return text === '' ? undefined : { text: endOf(text, options.maxBytes), newest: true };
    },
  }));
}

function queryOf(
  container: string,
  previous: boolean,
  { since, maxBytes }: LogOptions,
): Readonly<Record<string, string>> {
  return {
    container,
    timestamps: 'true',
    // Few lines are shorter than this: the server need not send much more than is kept.
    tailLines: String(Math.ceil(maxBytes / 80)),
    ...(previous && { previous: 'true' }),
    ...(since && { sinceTime: since.toISOString() }),
  };
}

/** The last whole lines of a text, of about so many bytes. */
function endOf(text: string, maxBytes: number): string {
  if (text.length <= maxBytes) return text;
  const end = text.slice(-maxBytes);
  return end.slice(end.indexOf('\n') + 1);
}
