/** One command of the story. */
export interface DemoStep {
  /** What it shows, as a sentence. */
  readonly title: string;
  /** The words after the program's name. */
  readonly words: readonly string[];
  /** The exit code that it ends with when all is well. */
  readonly exit: number;
}

/** The life of a mesh in a minute: installed, checked, understood, upgraded beside the old one, joined by a machine. */
export const demoStory: readonly DemoStep[] = [
  {
    title: 'Install a control plane',
    words: ['install', '--set', 'profile=minimal', '--set', 'meshConfig.accessLogFile=/dev/stdout', '--yes'],
    exit: 0,
  },
  {
    title: 'A second time there is nothing to do, and nothing is written',
    words: ['install', '--set', 'profile=minimal', '--set', 'meshConfig.accessLogFile=/dev/stdout', '--yes'],
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
    title: 'Put the next control plane beside the old one',
    words: ['install', '--set', 'profile=minimal', '--revision', 'canary', '--yes'],
    exit: 0,
  },
  {
    title: 'Give it a name that namespaces can follow',
    words: ['tag', 'set', 'next', '--revision', 'canary', '--yes'],
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
  { title: 'Remove everything', words: ['uninstall', '--purge', '--yes'], exit: 0 },
];
