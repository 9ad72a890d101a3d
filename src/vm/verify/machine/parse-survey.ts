import {
  answerNames,
  type AnswerName,
  type HttpAnswer,
  type MachineState,
  type Place,
} from './machine-state.ts';
import { surveyMark } from './survey-script.ts';

/**
 * Reads what the survey said, from its `begin` to its `end`; undefined when one of them is missing. `clock` is the
 * moment here at which the survey told the time there.
 */
export function parseSurvey(lines: readonly string[], clock: Date): MachineState | undefined {
  const begin = lines.indexOf(`${surveyMark} begin`);
  const end = lines.indexOf(`${surveyMark} end`);
  if (begin === -1 || end < begin) return undefined;
  const records = recordsOf(lines.slice(begin + 1, end));
  return {
    clockAhead: Math.round(Number(wordsOf(records, 'clock')[0]?.[0]) - clock.getTime() / 1000),
    user: userIn(records),
    certificates: wordsOf(records, 'certificates')[0]?.[0] ?? '/etc/certs',
    places: new Map(wordsOf(records, 'place').map(placeOf)),
    texts: new Map(keyed(records, 'text').map(({ words, text }) => [words[0] ?? '', text])),
    version: wordsOf(records, 'version')[0]?.join(' ') ?? '',
    unit: unitIn(records),
    listeners: wordsOf(records, 'listener').map(([port = '', uid = '']) => ({
      port: Number.parseInt(port, 16),
      uid: Number(uid),
    })),
    lookups: new Map(wordsOf(records, 'lookup').map(([name = '', ...addresses]) => [name, addresses])),
    reached: new Map(wordsOf(records, 'reach').map(([name = '', code = '']) => [name, Number(code)])),
    answers: answersIn(records),
  };
}

interface SurveyRecord {
  readonly keyword: string;
  readonly words: readonly string[];
  text: string;
}

function recordsOf(lines: readonly string[]): readonly SurveyRecord[] {
  const records: SurveyRecord[] = [];
  for (const line of lines) {
    const last = records.at(-1);
    if (line.startsWith('|') && last !== undefined) last.text += `${line.slice(1)}\n`;
    else if (line !== '') {
      const [keyword = '', ...words] = line.split(' ').filter((word) => word !== '');
      records.push({ keyword, words, text: '' });
    }
  }
  return records;
}

const keyed = (records: readonly SurveyRecord[], keyword: string): readonly SurveyRecord[] =>
  records.filter((record) => record.keyword === keyword);

const wordsOf = (records: readonly SurveyRecord[], keyword: string): readonly (readonly string[])[] =>
  keyed(records, keyword).map(({ words }) => words);

function userIn(records: readonly SurveyRecord[]): MachineState['user'] {
  const [uid, gid] = wordsOf(records, 'user')[0] ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

function placeOf([mode = '', uid = '', gid = '', kind = '', path = '']: readonly string[]): [string, Place] {
  return [
    path,
    {
      mode: Number.parseInt(mode, 8) & 0o777,
      uid: Number(uid),
      gid: Number(gid),
      folder: kind === 'folder',
    },
  ];
}

function unitIn(records: readonly SurveyRecord[]): MachineState['unit'] {
  const said = new Map(wordsOf(records, 'unit').map(([key = '', value = '']) => [key, value]));
  const [enabled, active] = [said.get('enabled'), said.get('active')];
  return {
    present: said.has('file'),
    ...(enabled !== undefined && { enabled }),
    ...(active !== undefined && { active }),
  };
}

function answersIn(records: readonly SurveyRecord[]): MachineState['answers'] {
  const said = keyed(records, 'answer').map(({ words: [name, status], text }): [string, HttpAnswer] => [
    name ?? '',
    { status: Number(status), body: text.trim() },
  ]);
  const isKnown = ([name]: [string, HttpAnswer]): boolean => answerNames.includes(name as AnswerName);
  return Object.fromEntries(said.filter(isKnown));
}
