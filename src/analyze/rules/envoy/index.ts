import type { AnalysisRule } from '../../rule.ts';
import { duplicateSniHost } from './duplicate-sni-host.ts';
import { format } from './format.ts';
import { hashWithoutKey } from './hash-without-key.ts';
import { headerName } from './header-name.ts';
import { limit } from './limit.ts';
import { lineBreak } from './line-break.ts';
import { perTryTimeout } from './per-try-timeout.ts';
import { redirectCode } from './redirect-code.ts';
import { routeUnused } from './route-unused.ts';
import { serverDropped } from './server-dropped.ts';

export const envoyRules: readonly AnalysisRule[] = [
  ...[format, lineBreak, redirectCode, limit, duplicateSniHost],
  ...[serverDropped, routeUnused, perTryTimeout, headerName, hashWithoutKey],
];
