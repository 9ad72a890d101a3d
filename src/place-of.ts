import type { Problem } from './finding.ts';
import type { Path } from './path.ts';

/** Where a fault is: what is underlined tells it better than the object that is judged. */
export const placeOf = ({ path, mark }: Pick<Problem, 'path' | 'mark'>): Path => mark ?? path;
