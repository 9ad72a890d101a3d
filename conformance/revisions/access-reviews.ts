import type { Rig } from './testing/case-cluster.ts';
import type { Answer } from './compare-answer.ts';
import { exitCodeOfCase } from './exit-code-of-case.ts';
import type { AccessReview, RevisionCase } from './revision-case.ts';

/**
 * Whether the command asks for the permissions that the reference asks for. The log does not tell which questions were
 * asked: when all of it is denied, each is to be among the answers.
 */
export async function reviewMismatches(
  recorded: RevisionCase,
  rig: Pick<Rig, 'admin'>,
  ask: () => Promise<Answer>,
): Promise<string[]> {
  const { accessReviews = [] } = recorded.expected;
  // A command line that is wrong is refused before anything is asked.
  if (accessReviews.length === 0 || exitCodeOfCase(recorded) === 2) return [];
  for (const { verb, group = 'core', resource } of accessReviews)
    await rig.admin('POST', '/denials', { verbs: [verb], group, resource });
  const { out, err } = await ask();
  return accessReviews.filter((one) => !isNamed(one, out + err)).map(unasked);
}

const isNamed = ({ resource }: AccessReview, text: string): boolean => text.includes(resource);

const unasked = ({ verb, resource, namespace = 'all namespaces' }: AccessReview): string =>
  `nobody asks whether one may ${verb} ${resource} in ${namespace}`;
