import { alphaAnnotation } from './alpha.ts';
import { deprecatedAnnotation } from './deprecated.ts';
import { misplacedAnnotation } from './misplaced.ts';
import { unknownAnnotation } from './unknown.ts';
import { annotationValue } from './value.ts';

export const annotationRules = [
  unknownAnnotation,
  deprecatedAnnotation,
  misplacedAnnotation,
  annotationValue,
  alphaAnnotation,
];
