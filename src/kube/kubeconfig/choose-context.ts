import { closest } from '../../closest.ts';
import { MeshctlError } from '../../errors.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import type { Kubeconfig, NamedEntry } from './kubeconfig.ts';

/** A context with what it refers to, still in the words of the kubeconfig. */
export interface ChosenContext {
  readonly name: string;
  readonly namespace: string;
  /** Address of the API server, without a slash at its end. */
  readonly server: string;
  readonly cluster: JsonObject;
  /** Empty when the context names no user. */
  readonly user: JsonObject;
}

/** The context that is asked for, or the current one, with its cluster and user. */
export function chooseContext(config: Kubeconfig, asked: string | undefined): ChosenContext {
  const wanted = asked === undefined || asked === '' ? config.currentContext : asked;
  if (wanted === undefined) throw noneChosen(config);
  const context = config.contexts.find(({ name }) => name === wanted);
  if (context === undefined) throw unknownContext(config, wanted);
  const { cluster: clusterName, user: userName, namespace } = context.value;
  const cluster = referred(context, 'cluster', clusterName, config.clusters);
  const hasUser = typeof userName === 'string' && userName !== '';
  const user = hasUser ? referred(context, 'user', userName, config.users).value : {};
  return {
    name: context.name,
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : 'default',
    server: serverOf(cluster),
    cluster: cluster.value,
    user,
  };
}

function noneChosen(config: Kubeconfig): MeshctlError {
  const some = config.contexts.length > 0;
  return new MeshctlError('environment', 'no cluster is chosen: the kubeconfig has no current context', {
    reason: `${config.files.join(', ')} ${some ? `has the contexts ${namesOf(config)}` : 'has no contexts'}`,
    hint: some
      ? 'choose one with --context, or for good with `kubectl config use-context`'
      : 'name another file with --kubeconfig',
  });
}

function unknownContext(config: Kubeconfig, wanted: string): MeshctlError {
  const names = config.contexts.map(({ name }) => name);
  const near = closest(wanted, names);
  const all = names.length > 0 ? `the contexts are ${namesOf(config)}` : 'the kubeconfig has no contexts';
  return new MeshctlError('environment', `there is no context "${wanted}" in the kubeconfig`, {
    reason: `${config.files.join(', ')}: ${all}`,
    hint: near === undefined ? 'choose a context with --context' : `did you mean --context ${near}?`,
  });
}

const shownNames = 12;

function namesOf({ contexts }: Kubeconfig): string {
  const names = contexts.map(({ name }) => name).sort();
  const more = names.length - shownNames;
  return names.slice(0, shownNames).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function referred(
  context: NamedEntry,
  what: string,
  name: Json | undefined,
  entries: readonly NamedEntry[],
): NamedEntry {
  const found = entries.find((entry) => entry.name === name);
  if (found !== undefined) return found;
  const named = typeof name === 'string' && name !== '';
  throw new MeshctlError('environment', `the context "${context.name}" cannot be used`, {
    reason: named
      ? `${context.file}: its ${what} "${name}" is not in the kubeconfig`
      : `${context.file}: it names no ${what}`,
    hint: 'mend the kubeconfig, or choose another context with --context',
  });
}

function serverOf({ name, value: { server }, file }: NamedEntry): string {
  if (typeof server === 'string' && URL.canParse(server) && /^https?:/.test(server)) {
    return server.replace(/\/+$/, '');
  }
  const text = typeof server === 'string' && server !== '' ? `"${server}"` : 'missing';
  throw new MeshctlError('environment', `the cluster "${name}" of the kubeconfig cannot be used`, {
    reason: `${file}: its server is ${text}, not an address such as https://10.0.0.1:6443`,
    hint: 'mend the kubeconfig, or choose another context with --context',
  });
}
