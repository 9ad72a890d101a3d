import { MeshctlError } from '../errors.ts';
import type { ClusterClient, Pod } from '../kube/index.ts';
import { askIstiod } from './ask-istiod.ts';
import { findIstiods, type IstiodOptions } from './find-istiods.ts';

/** An istiod that did not say what it was asked for. */
export interface MissingIstiod {
  /** Its pod. */
  readonly istiod: string;
  readonly error: MeshctlError;
}

/** What the istiods of a cluster answered; one that has nothing at the path is in neither list. */
export interface IstiodAnswers<T> {
  readonly answers: readonly T[];
  readonly missing: readonly MissingIstiod[];
}

/**
 * Asks all istiods that run at once and reads their answers, in the order of their names. Throws `MeshctlError` when
 * there is none to ask.
 */
export async function eachIstiod<T>(
  client: ClusterClient,
  path: string,
  options: IstiodOptions,
  read: (text: string, istiod: Pod) => T,
): Promise<IstiodAnswers<T>> {
  const istiods = await findIstiods(client, options);
  const results = await Promise.all(
    istiods.map(async (istiod) => {
      try {
        const text = await askIstiod(client, istiod, path, options);
        return { answers: text === undefined ? [] : [read(text, istiod)], missing: [] };
      } catch (error) {
        options.signal?.throwIfAborted();
        if (!(error instanceof MeshctlError)) throw error;
        return { answers: [], missing: [{ istiod: istiod.name, error }] };
      }
    }),
  );
  return {
    answers: results.flatMap(({ answers }) => answers),
    missing: results.flatMap(({ missing }) => missing),
  };
}
