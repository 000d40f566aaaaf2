/**
 * The sentence that opens the overview: connected with whom, what happened, what waits, when it goes on; or what is in the way.
 */
import { useLanguage, useTexts } from '../../texts/language.ts';
import { atMoment, capital } from '../../texts/moment-words.ts';
import { euro } from '../../texts/numbers.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { runTexts } from '../../texts/run-texts.ts';
import type { Said } from '../../texts/said.ts';
import { sumOfAmounts } from '../work-orders/sum-of-amounts.ts';
import { useCounted } from './counted.ts';
import type { Overview } from './overview-shapes.ts';
import { situationOf } from './overview-situation.ts';
import { askedOf } from './questions-for-person.ts';

export function useOverviewSentence(overview: Overview): Said {
  const texts = useTexts(overviewTexts);
  const language = useLanguage();
  const counted = useCounted();
  const normal = useNormalSentence(overview);
  const { thisMonth, earlier } = overview.balance;
  switch (situationOf(overview)) {
    case 'lost': {
      const ready = thisMonth.ready.count + earlier.ready.count;
      const amount = euro(sumOfAmounts([thisMonth.ready.amount, earlier.ready.amount]), language);
      const stored = ready === 0 ? texts.storedNothing() : texts.stored(counted(ready), amount);
      return [...texts.lost(overview.outsmart === 'refused' ? 'OutSmart' : 'Asperion'), ...stored];
    }
    case 'suspended':
      return texts.suspended(capital(atMoment(overview.suspendedAt ?? '', language)));
    case 'stopped':
      return texts.stopped();
    case 'no-licence':
      return texts.noLicence();
    case 'setting-up': {
      const left = overview.setUp.filter(({ isDone }) => !isDone);
      return left[0] ? texts.settingUp(left.length, texts.stepAct[left[0].step]) : normal;
    }
    case 'export-off':
      return [...texts.connected(overview.companyName), ...texts.exportOff()];
    case 'normal':
      return normal;
  }
}

function useNormalSentence(overview: Overview): Said {
  const { companyName, lastExport, activeRun, nextExportAt, balance } = overview;
  const texts = useTexts(overviewTexts);
  const { jobs } = useTexts(runTexts);
  const language = useLanguage();
  const counted = useCounted();
  const waiting = balance.thisMonth.waiting.count + balance.earlier.waiting.count;
  const asked = askedOf(overview);
  const last = (): Said => {
    if (!lastExport) return texts.notYetRun();
    const at = atMoment(lastExport.finishedAt ?? lastExport.queuedAt, language);
    if (lastExport.state === 'failed') return texts.notMade(language === 'nl' ? at.replace(/^om /, '') : at);
    const made = lastExport.columns.exported ?? 0;
    return made === 0 ? texts.madeNothing(capital(at)) : texts.made(capital(at), counted(made));
  };
  const next = (): Said => {
    if (activeRun) return texts.goesOn(jobs[activeRun.job]);
    if (nextExportAt === null) return [];
    return Date.parse(nextExportAt) <= Date.now() ? texts.nextSoon() : texts.nextAt(atMoment(nextExportAt, language));
  };
  return [
    ...texts.connected(companyName),
    ...last(),
    ...(waiting === 0 ? [] : texts.wait(counted(waiting))),
    ...(asked === 0 ? [] : texts.ask(asked > 1)),
    ...next(),
  ];
}
