/** One command of the story. */
export interface DemoStep {
  /** What it shows, as a sentence. */
  readonly title: string;
  /** The words after the program's name. */
  readonly words: readonly string[];
  /** The exit code that it ends with when all is well. */
  readonly exit: number;
  /** The file that its output goes to, instead of the terminal. */
  readonly into?: string;
  /** Whether the shop is restarted before, which is not up to meshctl. */
  readonly restarts?: boolean;
}

const settings = ['--set', 'profile=minimal', '--set', 'meshConfig.accessLogFile=/dev/stdout'];
const plan = ['upgrade', 'plan', ...settings, '--wave', '50%', '--soak', '0'];

/** The life of a mesh in a minute: installed, checked, understood, upgraded wave by wave, joined by a machine. */
export const demoStory: readonly DemoStep[] = [
  {
    title: 'Install a control plane',
    words: ['install', ...settings, '--set', 'tag=1.30.5', '--yes'],
    exit: 0,
  },
  {
    title: 'A second time there is nothing to do, and nothing is written',
    words: ['install', ...settings, '--set', 'tag=1.30.5', '--yes'],
    exit: 0,
  },
  {
    title: 'Find a mistake before it reaches the cluster',
    words: ['analyze', 'catalogue.yaml'],
    exit: 1,
  },
  {
    title: 'See where a proxy sends a request, from its dump',
    words: [
      ...['proxy-config', 'trace', '-f', 'shopfront.json'],
      ...['--request', 'GET http://catalogue.stock:9090/books'],
    ],
    exit: 0,
  },
  {
    title: 'See who follows the control plane, once the shop has restarted',
    words: ['revision', 'list'],
    exit: 0,
    restarts: true,
  },
  { title: 'Plan the way to the next version', words: plan, exit: 0 },
  { title: 'Keep the plan', words: [...plan, '-o', 'json'], exit: 0, into: 'plan.json' },
  {
    title: 'Put the new control plane beside the old one, and move the first wave to it',
    words: ['upgrade', 'canary', '--plan', 'plan.json', '--until', 'wave-1', '--auto'],
    exit: 0,
  },
  {
    title: 'All is well: move the others',
    words: ['upgrade', 'canary', '--plan', 'plan.json', '--auto'],
    exit: 0,
  },
  {
    title: 'Make it the control plane of everybody, and remove the old one',
    words: ['upgrade', 'promote', '--auto'],
    exit: 0,
  },
  { title: 'See what follows which', words: ['revision', 'list'], exit: 0 },
  {
    title: 'Write the files with which a machine joins the mesh',
    words: [
      ...['vm', 'bundle', '-f', 'workload-group.yaml', '--ingressIP', '203.0.113.10'],
      ...['--autoregister', '-o', 'ledger-vm'],
    ],
    exit: 0,
  },
  { title: 'Check them before they travel', words: ['vm', 'verify', 'ledger-vm'], exit: 0 },
  {
    title: 'Remove everything, though the shop still uses it',
    words: ['uninstall', '--purge', '--force', '--yes'],
    exit: 0,
  },
];
