import { noLogProvider } from './no-log-provider.ts';
import { selectorNotFound } from './selector-not-found.ts';
import { unknownProvider } from './unknown-provider.ts';
import { severalForWorkload } from './several-for-workload.ts';
import { severalWithoutSelector } from './several-without-selector.ts';

export const telemetryRules = [
  selectorNotFound,
  severalForWorkload,
  severalWithoutSelector,
  noLogProvider,
  unknownProvider,
];
