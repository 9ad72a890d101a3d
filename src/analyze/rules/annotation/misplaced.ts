import { formatPath } from '../../../path.ts';
import { defineRule } from '../../rule.ts';
import { annotationsOf, isInPlace, annotatedKinds } from './annotations.ts';

/** Annotations work on the kinds they are made for. */
export const misplacedAnnotation = defineRule<{ annotation: string; kind: string }>({
  slug: 'annotation/misplaced',
  code: 'IST0107',
  severity: 'warning',
  summary: 'Annotations of Istio stand on a kind that they are made for.',
  kinds: annotatedKinds,
  message: ({ annotation, kind }) =>
    `${annotation} has no effect here: it is for ${kind.replaceAll(',', ', ')}`,
  check(mesh, report) {
    for (const annotation of annotationsOf(mesh)) {
      const { object, path, name, known, template } = annotation;
      if (known === undefined || isInPlace(annotation)) continue;
      const belongs = template !== undefined && known.appliesTo.includes('Pod');
      report(
        object,
        path,
        { annotation: name, kind: known.appliesTo.join(',') },
        {
          at: 'key',
          hint: belongs
            ? `Move it to the Pods: ${formatPath([...template, 'annotations'])}.`
            : 'Move it to an object of such a kind, or drop it.',
        },
      );
    }
  },
});
