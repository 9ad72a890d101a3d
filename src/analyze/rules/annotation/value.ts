import { defineRule } from '../../rule.ts';
import { annotationFault } from '../../../validate/index.ts';
import { annotationsOf, isInPlace, annotatedKinds } from './annotations.ts';

/** Istio refuses to inject a Pod whose annotations it cannot read. */
export const annotationValue = defineRule<{ annotation: string; problem: string }>({
  slug: 'annotation/value',
  code: 'IST0125',
  severity: 'warning',
  summary: 'The values of annotations can be read.',
  hint: 'Mend the value: the injector refuses Pods with a value that it cannot read.',
  kinds: annotatedKinds,
  message: ({ annotation, problem }) => `the value of ${annotation} cannot be read: ${problem}`,
  check(mesh, report) {
    for (const annotation of annotationsOf(mesh)) {
      const { object, path, name, value, known } = annotation;
      // An annotation for any kind is only told apart by its name.
      if (known === undefined || known.appliesTo.includes('Any') || !isInPlace(annotation)) continue;
      const problem = annotationFault(name, value);
      if (problem !== undefined) report(object, path, { annotation: name, problem });
    }
  },
});
