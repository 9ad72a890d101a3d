import type { JsonObject } from '../../json.ts';
import { builtInKinds } from './built-in-kinds.ts';
import { definedKinds } from './defined-kinds.ts';
import { apiVersionOf, resourceOf, type Kind } from './kind.ts';

/** All kinds that are served now: the built-in ones, and those of the CustomResourceDefinitions. */
export class Catalogue {
  #all: readonly Kind[] = builtInKinds;

  get all(): readonly Kind[] {
    return this.#all;
  }

  /** Takes the definitions that there are now in place of those of before. */
  define(definitions: readonly JsonObject[]): void {
    this.#all = [...builtInKinds, ...definitions.flatMap(definedKinds)];
  }

  /** By its place in paths. */
  find(group: string, version: string, resource: string): Kind | undefined {
    return this.#all.find(
      (one) => one.resource === resource && one.group === group && one.version === version,
    );
  }

  /** By what objects say of themselves. */
  named(apiVersion: string, kind: string): Kind | undefined {
    return this.#all.find((one) => one.kind === kind && apiVersionOf(one) === apiVersion);
  }

  /** One version of each kind, the preferred one. */
  each(): readonly Kind[] {
    return [...new Map([...this.#all].reverse().map((kind) => [resourceOf(kind), kind])).values()].reverse();
  }
}

/**
 * A kind that is always there, such as `builtIn('Pod')`.
 *
 * @throws when there is none: a mistake in the sandbox.
 */
export function builtIn(kind: string): Kind {
  const found = builtInKinds.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no built-in kind ${kind}`);
  return found;
}
