import type { Entry } from '../entry.ts';

/** The commands about what a spec installs, for the table of all commands. */
export const manifest: Entry = {
  name: 'manifest',
  aliases: ['m'],
  summary: 'Render what an IstioOperator installs',
  group: 'Installation',
  commands: [
    {
      name: 'generate',
      aliases: ['g'],
      summary: 'Print the objects that a spec installs',
      example: 'meshctl manifest generate -f spec.yaml > istio.yaml',
      load: async () => (await import('./generate.ts')).generateCommand,
    },
    {
      name: 'diff',
      summary: 'Compare what two specs install, or files of objects',
      example: 'meshctl manifest diff old.yaml new.yaml',
      load: async () => (await import('./diff.ts')).diffCommand,
    },
    {
      name: 'images',
      summary: 'List the images that a spec runs',
      example: 'meshctl manifest images -f spec.yaml',
      load: async () => (await import('./images.ts')).imagesCommand,
    },
    {
      name: 'translate',
      summary: 'Turn a spec into values and commands for Helm',
      load: async () => (await import('./translate.ts')).translateCommand,
    },
  ],
};
