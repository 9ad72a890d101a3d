import { ineffectiveInAmbient } from './ineffective-in-ambient.ts';
import { selectorNotFound } from './selector-not-found.ts';
import { severalForWorkload } from './several-for-workload.ts';
import { severalWithoutSelector } from './several-without-selector.ts';
import { egressHidesHost } from './egress-hides-host.ts';

export const sidecarRules = [
  selectorNotFound,
  severalForWorkload,
  severalWithoutSelector,
  ineffectiveInAmbient,
  egressHidesHost,
];
