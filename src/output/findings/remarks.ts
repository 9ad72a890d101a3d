import type { Finding } from '../../finding.ts';
import { pathFrom } from './file-path.ts';

/** A label and what it says, neither escaped. */
export type Remark = readonly [label: 'cluster' | 'hint' | 'related', text: string];

/** What there is to say of a finding beside its message, in the order of every format; paths as seen from `root`. */
export function remarks({ cluster, hint, related }: Finding, root?: string): Remark[] {
  return [
    ...(cluster === undefined ? [] : [['cluster', cluster] as const]),
    ...(hint === undefined ? [] : [['hint', hint] as const]),
    ...related.map((other): Remark => ['related', relatedText(other, root)]),
  ];
}

/** `mesh/a.yaml:7:5 this route takes all`. */
function relatedText({ file, range: { start }, message }: Finding['related'][number], root?: string): string {
  return `${pathFrom(root, file)}:${start.line}:${start.column} ${message}`;
}
