import { describe, expect, it } from 'vitest';
import { ImportError } from './import-error.js';
import { checkMapping, loadMapping, parseMapping } from './mapping.js';

function errorOf(yaml: string, stageKeys?: string[]): string {
  try {
    parseMapping(yaml, { file: 'm.yaml', stageKeys });
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError);
    return (error as ImportError).message;
  }
  return '';
}

const lead = 'version: 1\nlead:\n  id: id\n  createdAt: created\n';

describe('parseMapping', () => {
  it('keeps scalars as they are written and takes JSON too', () => {
    const mapping = parseMapping(`${lead}blank: ["", NULL, 007]\nwhere: { deleted: 0, active: true }\n`);
    expect(mapping.blank).toEqual(['', 'NULL', '007']);
    expect(mapping.where).toEqual({ deleted: ['0'], active: ['true'] });
    expect(parseMapping('{"version": 1, "lead": {"id": "id", "create": false}}').lead).toEqual({
      id: { column: 'id' },
      create: false,
    });
    expect(checkMapping({ version: 1, lead: { id: 'id', create: false } }).lead?.create).toBe(false);
  });

  it.each([
    ['version: 1\nleads: { id: x }\n', 'unknown key "leads" (did you mean "lead"?)'],
    ['lead: { id: x, create: false }\n', 'version'],
    [`${lead}  colour: x\n`, 'm.yaml:5: lead unknown key "colour"'],
    [`${lead}  source: { colum: x }\n`, 'unknown key "colum" (did you mean "column"?)'],
    [`${lead}  source: { column: x, constant: y }\n`, 'lead.source needs exactly one of column, columns, constant'],
    [`${lead}stages:\n  - { stage: LEAD }\n`, 'm.yaml:6: stages.0.at is required'],
    [`${lead}timeZone: Mars/Base\n`, 'm.yaml:5: timeZone is not an IANA time zone'],
    [`${lead}dateFormats: [YYYY-MM-DD]\n`, 'write "yyyy"'],
    [`${lead}file: { delimiter: ";;" }\n`, 'file.delimiter must be a single character'],
    [`${lead}file: { encoding: utf-99 }\n`, 'file.encoding is no encoding'],
    ['version: 1\nlead: { id: x }\n', 'lead needs createdAt'],
    [
      'version: 1\nhistory: { at: a, to: b }\ncosts: { amount: a, month: m, category: c }\n',
      'history needs a section lead',
    ],
    ['version: 1\n', 'needs at least one of the sections lead, account, costs'],
    [`${lead}stages: [{ out: true, at: lost }]\n`, 'stages.0 needs a reason'],
    [`${lead}history: { at: a, to: { column: s, values: { X: { kind: RECYCLED } } } }\n`, 'values.X must be a stage'],
    [
      `${lead}stages: [{ stage: SQL, crmField: Status, at: x }]\n`,
      'stages.0 needs exactly one of stage, out: true and crmField',
    ],
    [
      `${lead}stages: [{ crmField: Status, at: x, kind: ENTERED }]\n`,
      'stages.0.kind follows from what the value means',
    ],
    [`${lead}stages: [{ stage: SQL, value: Status, at: x }]\n`, 'stages.0.value stands beside crmField only'],
    [
      `${lead}history: { at: a, to: { column: s, crmField: S, values: { X: LEAD } } }\n`,
      'values is instead of crmField',
    ],
    [`${lead}history: { at: a, to: { column: s, crmField: S }, reason: r }\n`, 'history.reason follows from'],
    ['version: 1\ncosts: { amount: a, from: f, category: c }\n', 'costs.0 needs its dates in one of three ways'],
    ['version: 1\ncosts: { amount: a, month: m, category: c, toInclusive: yes }\n', 'must be true or false'],
    [`${lead}  attributes: { Landing page: x }\n`, 'lead.attributes.Landing page cannot name an attribute'],
    [`${lead}  attributes: { owner: x }\n`, 'is a standard attribute; write it as lead.owner'],
    [`${lead}lead: {}\n`, 'not valid YAML'],
  ])('refuses %j', (yaml, message) => {
    expect(errorOf(yaml)).toContain(message);
  });

  it('lists everything that is wrong, each with its line', () => {
    const message = errorOf(`version: 2\nlead:\n  id: id\n  creatdAt: x\n`);
    expect(message).toContain('2 things are wrong');
    expect(message).toContain('line 1: version must be 1');
    expect(message).toContain('line 4: lead unknown key "creatdAt" (did you mean "createdAt"?)');
  });

  it('refuses a stage that the workspace does not have, before any row', () => {
    const message = errorOf(`${lead}stages: [{ stage: SLQ, at: created }]\n`, ['LEAD', 'SQL', 'SQO']);
    expect(message).toBe('m.yaml:5: stages.0.stage unknown stage "SLQ": the workspace has LEAD, SQL, SQO');
    expect(errorOf(`${lead}stages: [{ stage: Lead, at: x }]\n`, ['LEAD'])).toContain('did you mean LEAD?');
    expect(errorOf(`${lead}stages: [{ stage: SQO, at: created }]\n`, ['LEAD', 'SQL', 'SQO'])).toBe('');
  });

  it('says when the mapping file is not there', async () => {
    await expect(loadMapping('/no/such.yaml')).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });
});
