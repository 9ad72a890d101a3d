import { readText } from '../../resources/index.ts';
import type { AnalyzeOptions } from '../analysis-options.ts';
import { analyze, type Analysis, type AnalysisInput } from '../analyze.ts';
import type { Example } from './rule-page.ts';

/** Analyzes an example of a page; `# cluster: east` lines split it into the input of several clusters. */
export async function analyzeExample(example: Example, options: AnalyzeOptions = {}): Promise<Analysis> {
  return analyze(inputOf(example.text), { ...optionsOf(example.words), ...options });
}

function inputOf(text: string): AnalysisInput {
  const [first = '', ...rest] = text.split(/^# cluster: /m);
  if (rest.length === 0) return readText(first, 'example.yaml');
  return Object.fromEntries(
    rest.map((part) => {
      const end = part.indexOf('\n');
      const name = part.slice(0, end);
      return [name, readText(part.slice(end), `${name}.yaml`)];
    }),
  );
}

function optionsOf(words: readonly string[]): AnalyzeOptions {
  const valueOf = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const [now, namespace, istio, kubernetes] = ['now', 'namespace', 'istio', 'kubernetes'].map(valueOf);
  return {
    channel: words.includes('experimental') ? 'experimental' : 'standard',
    ...(words.includes('complete') && { assume: 'complete' }),
    ...(words.includes('compat') && { compat: 'istioctl' }),
    ...(now !== undefined && { now: new Date(now) }),
    ...(namespace !== undefined && { namespace }),
    ...(istio !== undefined && { istioVersion: istio }),
    ...(kubernetes !== undefined && { kubernetesVersion: kubernetes }),
  };
}
