// Writes documents to try meshctl on: node scripts/run.mjs bench/generate.ts FOLDER [--documents N] [--files M] [--seed S] [--mesh]
import { parseArgs } from 'node:util';
import { writeDocuments } from './write-documents.ts';

const text = (fallback: string) => ({ type: 'string' as const, default: fallback });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: text('10000'),
    files: text('1'),
    seed: text('1'),
    mesh: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;

if (folder === undefined) {
  console.error('error: say into which folder to write');
  process.exitCode = 2;
} else {
  const [documents, files, seed] = [Number(values.documents), Number(values.files), Number(values.seed)];
  writeDocuments(folder, { documents, files, seed, mesh: values.mesh });
  console.error(`${documents} documents in ${folder}`);
}
