import { given } from '../../../given.ts';
import { objectIn, plainText } from '../../../json.ts';
import { parsedJson } from '../parsed-json.ts';
import type { AgentAnswers, HttpAnswer } from './machine-state.ts';

/** What agent and Envoy say of themselves; what nobody said is left out. */
export interface AgentSummary {
  readonly ready?: boolean;
  /** `LIVE` and others of Envoy. */
  readonly envoyState?: string;
  readonly envoyVersion?: string;
  readonly connected?: boolean;
  /** The pod of the istiod that configures the Envoy. */
  readonly istiod?: string;
}

/** The answers of agent and Envoy in short. */
export function summarizeAgent({ ready, server, stats }: AgentAnswers): AgentSummary {
  const said = objectIn(parsedJson(server?.body ?? ''));
  const connected = textIn(stats, /^control_plane\.connected_state: (\d)$/m);
  return given({
    ready: ready === undefined ? undefined : ready.status === 200,
    envoyState: plainText(said.state) || undefined,
    envoyVersion: versionIn(plainText(said.version)),
    connected: connected === undefined ? undefined : connected === '1',
    istiod: textIn(stats, identifier),
  });
}

const textIn = (answer: HttpAnswer | undefined, pattern: RegExp): string | undefined =>
  pattern.exec(answer?.body ?? '')?.[1];

/** JSON with quotes as HTML has them, which istiod sends as its name. */
const identifier = /^control_plane\.identifier: .*?ID(?:&quot;|\\?")\s*:\s*(?:&quot;|\\?")([\w.-]+)/m;

/** `<commit>/<version>/<state of the sources>/<build>/<TLS library>`. */
const versionIn = (text: string): string | undefined => text.split('/')[1];
