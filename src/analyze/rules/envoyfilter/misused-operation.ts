import { defineRule, type AnalysisRule } from '../../rule.ts';
import { patchesOf, type Patch } from './patches.ts';

interface Misuse {
  readonly slug: string;
  readonly code: string;
  readonly operation: string;
  /** What the operation works on, and what istioctl takes it to work on. */
  readonly works: (applyTo: string) => boolean;
  readonly worksForIstioctl: (applyTo: string) => boolean;
  readonly summary: string;
  readonly hint: string;
}

/** A rule about an operation that istiod passes over for some objects. */
export const misusedOperation = (misuse: Misuse): AnalysisRule =>
  defineRule<{ applyTo: string }>({
    ...{ slug: misuse.slug, code: misuse.code, summary: misuse.summary, hint: misuse.hint },
    severity: 'error',
    kinds: ['EnvoyFilter'],
    onePerObject: true,
    message: ({ applyTo }) => `istiod passes over ${misuse.operation} for ${applyTo}: the patch does nothing`,
    check(mesh, report) {
      const works = mesh.settings.compat ? misuse.worksForIstioctl : misuse.works;
      for (const { object, path, applyTo, operation } of mesh.derive(patchesOf)) {
        if (operation !== misuse.operation || works(applyTo)) continue;
        report(object, [...path, 'patch', 'operation'], mesh.settings.compat ? noArgs : { applyTo });
      }
    },
  });

/** For istioctl all findings of an object read the same. */
const noArgs = { applyTo: 'this object' };

/** Whether istioctl finds fault with the operation for the object, so that it does not look at its priority. */
export const isMisused = ({ operation, applyTo }: Patch): boolean =>
  (operation === 'REMOVE' && isRoute(applyTo)) ||
  (operation === 'REPLACE' && !['NETWORK_FILTER', 'HTTP_FILTER', 'VIRTUAL_HOST'].includes(applyTo));

/** What istioctl lumps together. */
export const isRoute = (applyTo: string): boolean =>
  applyTo === 'ROUTE_CONFIGURATION' || applyTo === 'HTTP_ROUTE';
