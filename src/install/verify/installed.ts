import { plainText, type JsonObject } from '../../json.ts';
import { labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import type { VerifySnapshot } from './verify-snapshot.ts';

const kinds = ['Deployment', 'DaemonSet'];

/** The workloads that installers made. */
export const workloadsOf = ({ objects }: VerifySnapshot): readonly JsonObject[] =>
  objects.filter(({ kind }) => kinds.includes(plainText(kind)));

/** Whether an object is of a revision, by its label; of any, when none is asked for. */
export const isOfRevision = (object: JsonObject, revision: string | undefined): boolean =>
  revision === undefined || (labelOf(object, label.revision) || 'default') === revision;
