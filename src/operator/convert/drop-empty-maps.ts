import { isMap, type Document } from 'yaml';
import type { SpecChange } from './spec-change.ts';

/** Takes out the maps that changes left empty, which would say `{}`. */
export function dropEmptyMaps(document: Document, changes: readonly SpecChange[]): void {
  for (const { path } of changes) {
    const steps = path.split('.').slice(0, -1);
    while (steps.length > 1) {
      const parent = document.getIn(steps, true);
      if (!isMap(parent) || parent.items.length > 0) break;
      document.deleteIn(steps);
      steps.pop();
    }
  }
}
