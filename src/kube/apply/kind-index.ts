import { isObject } from '../../json.ts';
import { MeshctlError } from '../../errors.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { ClusterClient } from '../client.ts';
import { discover } from '../discovery/discover.ts';
import type { Discovery, ServedKind } from '../discovery/served-kind.ts';
import { attempts, type Attempt } from '../session/attempts.ts';
import type { Clock } from '../session/retry.ts';
import { textOf } from '../text-of.ts';
import type { ObjectKey } from './object-key.ts';
import { mostWriteAttempts } from './write-attempts.ts';
import { apiGroup } from '../../api-group.ts';

type KindName = Pick<ObjectKey, 'apiVersion' | 'kind'>;

/**
 * How a cluster serves kinds. It is asked once, and again for a kind that was not there: a definition may have come in
 * between. Kinds that were defined through this connection are waited for, because servers serve them a little later.
 */
export class KindIndex {
  readonly #client: ClusterClient;
  readonly #clock: Clock;
  readonly #defined = new Set<string>();
  #known: Promise<Discovery> | undefined;

  constructor(client: ClusterClient, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  /**
   * @throws {KindNotServed} when the cluster does not serve the kind in that version.
   */
  async find(name: KindName, signal: AbortSignal): Promise<ServedKind> {
    const before = this.#known;
    if (before !== undefined) {
      const found = exact(await before, name);
      if (found !== undefined) return found;
      if (this.#known === before) this.#known = undefined;
    }
    return attempts(() => this.#attempt(name), signal, this.#clock, mostWriteAttempts);
  }

  /** Learns that a CustomResourceDefinition was written. */
  define(definition: JsonObject): void {
    const { group, names, versions } = isObject(definition.spec) ? definition.spec : {};
    const kind = isObject(names) ? names.kind : undefined;
    for (const version of Array.isArray(versions) ? versions.filter(isObject) : []) {
      this.#defined.add(
        idOf({
          apiVersion: `${textOf(group) ?? ''}/${textOf(version.name) ?? ''}`,
          kind: textOf(kind) ?? '',
        }),
      );
    }
  }

  /** Whether the kind was defined through this connection, so that servers may not serve it yet. */
  isNew(name: KindName): boolean {
    return this.#defined.has(idOf(name));
  }

  async #attempt(name: KindName): Promise<Attempt<ServedKind>> {
    const discovery = await (this.#known ??= this.#ask());
    const found = exact(discovery, name);
    if (found !== undefined) return { value: found };
    this.#known = undefined;
    const group = apiGroup(name.apiVersion);
    const away = discovery.unavailable.includes(group);
    return {
      failure: away ? groupIsAway(group) : notServed(name, discovery),
      again: away || this.isNew(name),
    };
  }

  async #ask(): Promise<Discovery> {
    try {
      return await discover(this.#client, 'all');
    } catch (error) {
      this.#known = undefined;
      throw error;
    }
  }
}

function exact({ kinds }: Discovery, { apiVersion, kind }: KindName): ServedKind | undefined {
  return kinds.find((one) => one.kind === kind && apiVersionOf(one) === apiVersion);
}

function apiVersionOf({ group, version }: ServedKind): string {
  return group === '' ? version : `${group}/${version}`;
}

function idOf({ apiVersion, kind }: KindName): string {
  return `${apiVersion}/${kind}`;
}

function groupIsAway(group: string): MeshctlError {
  return new MeshctlError('environment', `the server of the API group ${group} does not answer`, {
    hint: 'look at its APIService with `kubectl get apiservices`, and try again',
  });
}

/** The cluster does not have a kind, at least not in the version that was asked for. */
export class KindNotServed extends MeshctlError {}

function notServed(name: KindName, { kinds }: Discovery): MeshctlError {
  const { apiVersion, kind } = name;
  const others = kinds
    .filter((one) => one.kind === kind && one.group === apiGroup(name.apiVersion))
    .map(apiVersionOf);
  const reason =
    others.length > 0
      ? `it has the kind in ${others.join(', ')}`
      : 'no CustomResourceDefinition or API server of it has the kind';
  return new KindNotServed('environment', `the cluster does not serve ${kind} of ${apiVersion}`, {
    reason,
    hint: 'apply the definition of the kind first, or a version of it that the cluster serves',
  });
}
