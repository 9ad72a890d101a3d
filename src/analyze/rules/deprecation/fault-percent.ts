import { defineRule } from '../../rule.ts';

/** istioctl tells of the old field in its own words; `schema/deprecated-field` does otherwise. */
export const faultPercent = defineRule<{ subject: 'HTTPRoute.fault.delay.percent' }>({
  slug: 'deprecation/fault-percent',
  code: 'IST0002',
  severity: 'warning',
  summary: 'Delays give their share as `percentage`.',
  hint: 'Write `percentage: { value: ... }`.',
  kinds: ['VirtualService'],
  compatOnly: true,
  onePerObject: true,
  message: () => '`percent` of a delay is deprecated',
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      for (const [index, { fault }] of (service.spec.http ?? []).entries()) {
        if ((fault?.delay?.percent ?? 0) <= 0) continue;
        const path = ['spec', 'http', index, 'fault', 'delay', 'percent'];
        report(service, path, { subject: 'HTTPRoute.fault.delay.percent' }, { at: 'key' });
      }
    }
  },
});
