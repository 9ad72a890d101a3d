import type { Entry } from '../entry.ts';

/** `meshctl upgrade`. Flags without a command mean the upgrade in place, as for istioctl. */
export const upgrade: Entry = {
  name: 'upgrade',
  summary: 'Bring Istio to another version, beside the old one or in its place',
  group: 'Installation',
  bare: 'in-place',
  commands: [
    {
      name: 'plan',
      summary: 'Plan the way from one control plane to another, and what stops it',
      example: 'meshctl upgrade plan --to 1.31.1',
      load: async () => (await import('./plan.ts')).planCommand,
    },
    {
      name: 'in-place',
      summary: 'Replace the control plane by a newer version',
      load: async () => (await import('../install.ts')).installCommand,
    },
  ],
};
