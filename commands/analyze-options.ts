import type { AnalyzeOptions } from '../src/analyze/index.ts';
import type { Channel } from '../src/api/index.ts';
import type { KubeOptions } from './kube-options.ts';
import type { ReportOptions } from './report-options.ts';

/** The input of one cluster of a mesh. */
export interface ClusterPaths {
  readonly name: string;
  readonly paths: readonly string[];
}

/** What the command line of `meshctl analyze` says. */
export interface AnalyzeCommandOptions extends ReportOptions, KubeOptions {
  readonly live?: boolean;
  readonly filename: readonly string[];
  readonly cluster: readonly ClusterPaths[];
  readonly namespace?: string;
  readonly allNamespaces?: boolean;
  readonly meshConfig?: string;
  readonly meshNetworks?: string;
  readonly gatewayApiChannel: Channel;
  readonly stdinFilename?: string;
  readonly assume: 'partial' | 'complete';
  readonly unit: 'auto' | 'dir' | 'file' | 'all';
  readonly compat?: 'istioctl';
  readonly rule: readonly string[];
  readonly suppress: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly since?: string;
  readonly istioVersion?: string;
  readonly kubernetesVersion?: string;
  readonly now?: Date;
  readonly strict: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly explain?: string;
  readonly stats?: boolean;
  readonly watch?: boolean;
}

/** What to analyze, and how to judge it. */
export interface Run {
  readonly paths: readonly string[];
  readonly options: AnalyzeCommandOptions;
  readonly judgement: AnalyzeOptions;
}
