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
      name: 'simulate',
      summary: 'Play an upgrade on a simulated copy of the cluster, and tell what each step did',
      example: 'meshctl upgrade simulate --to 1.31.1',
      load: async () => (await import('./simulate.ts')).simulateCommand,
    },
    {
      name: 'canary',
      summary: 'Carry a plan out, wave by wave',
      example: 'meshctl upgrade canary --plan plan.json --until wave-1',
      load: async () => (await import('./canary.ts')).canaryCommand,
    },
    {
      name: 'status',
      summary: 'Show how far an upgrade is',
      load: async () => (await import('./status.ts')).statusCommand,
    },
    {
      name: 'pause',
      summary: 'Stop an upgrade after what is under way',
      load: async () => (await import('./pause.ts')).pauseCommand,
    },
    {
      name: 'resume',
      summary: 'Go on with an upgrade that was paused, stopped or killed',
      load: async () => (await import('./resume.ts')).resumeCommand,
    },
    {
      name: 'promote',
      summary: 'Make the new control plane that of everybody, and remove the old one',
      load: async () => (await import('./promote.ts')).promoteCommand,
    },
    {
      name: 'rollback',
      summary: 'Take an upgrade back, step by step',
      load: async () => (await import('./rollback.ts')).rollbackCommand,
    },
    {
      name: 'in-place',
      summary: 'Replace the control plane by a newer version',
      load: async () => (await import('./in-place.ts')).inPlaceCommand,
    },
  ],
};
