import path from 'node:path';
import { toJson } from '../../src/output/index.ts';
import { planMarkdown, stepManifests, type StepManifests } from '../../src/upgrade/plan/index.ts';
import type { CommandIo } from '../command-io.ts';
import { writeFileAtomically } from '../write-file.ts';
import { yamlText } from '../yaml-text.ts';
import type { MadePlan } from './made-plan.ts';

/** Writes a plan as a folder: the plan itself, a page about it, and the manifests of each step. */
export async function writeFolder(io: CommandIo, folder: string, { plan, facts }: MadePlan): Promise<void> {
  const { kind, ...body } = plan;
  const write = (name: string, text: string): void => {
    writeFileAtomically(io.cwd, path.join(folder, name), text);
  };
  const steps = await stepManifests(plan, facts);
  write('plan.json', toJson(kind, body));
  write('README.md', planMarkdown(plan) + orderOf(steps));
  for (const { folder: step, files } of steps)
    for (const { name, objects } of files)
      write(path.join(step, name), objects.map((object) => `---\n${yamlText(object)}`).join(''));
  io.note(
    `${folder}: ${steps.filter(({ files }) => files.length > 0).length} steps with manifests, plan.json and README.md`,
  );
}

const orderOf = (steps: readonly StepManifests[]): string =>
  [
    '',
    '## Carrying it out by files',
    '',
    'Apply one folder after the other with server-side apply (Argo CD: `ServerSideApply=true`), and go on when its step is done. They name the fields that change; a tool that owns a namespace or a workload needs the change in its own manifests. Restarts do not wait for PodDisruptionBudgets. `meshctl upgrade status --plan plan.json` says where it stands.',
    '',
    ...steps.map(({ folder, step, files }) => {
      const what = files.map(({ name }) => `\`${folder}/${name}\``).join(', ');
      return `1. ${step.id}: ${what === '' ? byHand(step) : what}`;
    }),
    '',
  ].join('\n');

const byHand = (step: StepManifests['step']): string =>
  step.kind === 'remove-revision'
    ? `\`meshctl uninstall --revision ${step.revision}\`, or prune its manifests`
    : 'look, and wait';
