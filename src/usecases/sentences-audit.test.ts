// The house style over every sentence of the audit trail, in both languages, with and without what they fill in.
import { describe, expect, test } from 'vitest';
import type { Language } from './language.ts';
import { auditChangeTold, auditSentence } from './sentences-audit.ts';
import { dutchAudit, dutchLabels } from './sentences-audit-nl.ts';

const PARAMETERS = {
  ...{ job: 'export', email: 'nieuw@jansen.example', name: 'Sander', role: 'office', kind: 'debtor', code: '10519' },
  ...{ targetCode: '10042', targetName: 'Bakkerij Blom', orderNumber: '2026-1190', decision: 'delete', ending: '7f3c' },
  ...{ startDate: '2026-11-01', leftBehind: '37', endsOn: '2027-09-02', version: '4' },
};
const LANGUAGES: readonly Language[] = ['nl', 'en'];
const BANNED =
  /\b(ongeldige?|verplichte? velde?n?|helaas|oeps|fout opgetreden|exception|null|undefined|NaN|HTTP|JSON|UUID|API)\b/i;

const sentences = LANGUAGES.flatMap((language) =>
  Object.keys(dutchAudit).flatMap((action) =>
    [PARAMETERS, {}].map((parameters) => auditSentence({ by: 'Marieke', action, parameters }, language)),
  ),
);

describe('the audit trail', () => {
  test('says who did what in one sentence, whatever is known of it', () => {
    expect(sentences.filter((sentence) => !/^Marieke .*[^ ]\.$/.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => BANNED.test(sentence) || sentence.includes('  '))).toEqual([]);
  });

  test('names what it is about', () => {
    const say = (action: string, language: Language = 'nl', parameters: Record<string, string> = PARAMETERS) =>
      auditSentence({ by: 'Marieke', action, parameters }, language);
    expect(say('member.invited', 'nl', { email: 'nieuw@jansen.example', role: 'office' })).toBe(
      'Marieke heeft nieuw@jansen.example uitgenodigd als kantoor.',
    );
    expect(say('link.laid')).toBe('Marieke heeft debiteur 10519 gekoppeld aan 10042 Bakkerij Blom in Asperion.');
    expect(say('licence.cancelled')).toBe(
      'Marieke heeft de koppeling Asperion opgezegd; die loopt door tot en met 2 sep 2027.',
    );
    expect(say('first-export.confirmed', 'en')).toBe(
      'Marieke confirmed the first export from 1 Nov 2026 on; 37 work orders stay behind.',
    );
    expect(say('work-order.skipped')).toBe('Marieke handelt werkbon 2026-1190 zelf af.');
  });

  test('an action or field of another version of the program is told as well as can be', () => {
    expect(auditSentence({ by: 'Marieke', action: 'toString', parameters: {} })).toBe('Marieke heeft iets gewijzigd.');
    expect(auditChangeTold({ field: 'constructor', before: '1', after: '' }).label).toBe('constructor');
  });

  test('a change has the name of the setting and values in words', () => {
    expect(auditChangeTold({ field: 'exportOn', before: 'off', after: 'on' })).toEqual({
      ...{ field: 'exportOn', label: 'Conceptfactuur aanmaken voor complete werkbonnen', before: 'uit', after: 'aan' },
    });
    expect(auditChangeTold({ field: 'fixedText', before: '', after: 'on' }, 'en')).toMatchObject({
      ...{ before: 'not filled in', after: 'on' },
    });
    expect(auditChangeTold({ field: 'role', before: 'reader', after: 'manager' }).after).toBe('beheerder');
    for (const language of LANGUAGES)
      for (const field of Object.keys(dutchLabels))
        expect(auditChangeTold({ field, before: '', after: '' }, language).label).not.toBe(field);
  });
});
