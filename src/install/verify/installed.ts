import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { label } from '../labels.ts';
import type { VerifySnapshot } from './verify-snapshot.ts';

const kinds = ['Deployment', 'DaemonSet'];

/** The workloads that installers made. */
export const workloadsOf = ({ objects }: VerifySnapshot): readonly JsonObject[] =>
  objects.filter(({ kind }) => kinds.includes(plainText(kind)));

/** Whether an object is of a revision, by its label; of any, when none is asked for. */
export const isOfRevision = (object: JsonObject, revision: string | undefined): boolean =>
  revision === undefined ||
  (plainText(objectIn(object, 'metadata', 'labels')[label.revision]) || 'default') === revision;
