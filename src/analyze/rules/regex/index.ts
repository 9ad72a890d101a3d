import type { AnalysisRule } from '../../rule.ts';
import { costly } from './costly.ts';
import { inPolicy } from './in-policy.ts';
import { openHost } from './open-host.ts';
import { plain } from './plain.ts';
import { rewriteGroup } from './rewrite-group.ts';
import { unescapedDot } from './unescaped-dot.ts';

export const regexRules: readonly AnalysisRule[] = [
  ...[costly, plain, unescapedDot, openHost, rewriteGroup, inPolicy],
];
