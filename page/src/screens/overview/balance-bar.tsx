/**
 * Every complete work order has its place: this month as a bar with its figures, and what is still open of earlier months.
 */
import { Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StateIcon } from '../../frame/state-mark.tsx';
import { frameTexts } from '../../texts/frame-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { capital } from '../../texts/moment-words.ts';
import { euro, monthName, wholeOrDash } from '../../texts/numbers.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { sumOfAmounts } from '../work-orders/sum-of-amounts.ts';
import './balance-bar.css';
import { useCounted } from './counted.ts';
import type { Balance } from './overview-shapes.ts';

const PLACES = ['invoiced', 'ready', 'waiting', 'uncertain', 'skipped'] as const;
const MARK = {
  invoiced: { fill: 'var(--green-mark)', words: 'c-green' },
  ready: { fill: 'var(--blue)', words: 'c-blue' },
  waiting: { fill: 'var(--amber-mark)', words: 'c-amber' },
  uncertain: { fill: 'var(--violet-mark)', words: 'c-violet' },
  skipped: { fill: 'var(--grey-mark)', words: 'c-grey' },
} as const;

/** `isOpen`: the month cannot be called closed, since nothing can be sent now. */
export function BalanceBar({ balance, isOpen }: { readonly balance: Balance; readonly isOpen: boolean }) {
  const texts = useTexts(overviewTexts);
  const language = useLanguage();
  const month = monthName(balance.month, language).replace(/ \d{4}$/, '');
  const { thisMonth, thisMonthTotal } = balance;
  const inPlaces = PLACES.reduce((sum, place) => sum + thisMonth[place].count, 0);
  const doesAdd = !isOpen && inPlaces === thisMonthTotal.count && inPlaces > 0;
  return (
    <section className="overview-sec" aria-labelledby="overview-balance">
      <div className="overview-sec-h">
        <h2 id="overview-balance">{doesAdd ? texts.adds(capital(month)) : texts.soFar(capital(month))}</h2>
      </div>
      {thisMonthTotal.count === 0 ? (
        <p className="mute">{texts.noneThisMonth(month)}</p>
      ) : (
        <ThisMonth balance={balance} />
      )}
      <Earlier balance={balance} />
    </section>
  );
}

function ThisMonth({ balance: { thisMonth, thisMonthTotal } }: { readonly balance: Balance }) {
  const texts = useTexts(overviewTexts);
  const { states } = useTexts(frameTexts);
  const language = useLanguage();
  const counted = useCounted();
  const filled = PLACES.filter((place) => thisMonth[place].count > 0);
  return (
    <>
      <div role="img" aria-label={texts.balanceOf(counted(thisMonthTotal.count))}>
        <Progress.Root size={14} radius="sm" className="overview-bar">
          {filled.map((place) => (
            <Progress.Section
              key={place}
              withAria={false}
              value={(100 * thisMonth[place].count) / thisMonthTotal.count}
              color={MARK[place].fill}
            />
          ))}
        </Progress.Root>
      </div>
      <dl className="overview-bal">
        {PLACES.map((place) => (
          <div key={place}>
            <dt className={MARK[place].words}>
              <StateIcon state={place} />
              {states[place]}
            </dt>
            <dd>
              <b>{wholeOrDash(thisMonth[place].count, language)}</b>
              <span>{thisMonth[place].count === 0 ? '' : euro(thisMonth[place].amount, language)}</span>
            </dd>
          </div>
        ))}
        <div className="tot">
          <dt>{texts.complete}</dt>
          <dd>
            <b>{wholeOrDash(thisMonthTotal.count, language)}</b>
            <span>{euro(thisMonthTotal.amount, language)}</span>
          </dd>
        </div>
      </dl>
    </>
  );
}

function Earlier({ balance: { earlier } }: { readonly balance: Balance }) {
  const texts = useTexts(overviewTexts);
  const language = useLanguage();
  const counted = useCounted();
  const open = (['waiting', 'uncertain', 'ready'] as const).filter((place) => earlier[place].count > 0);
  if (open.length === 0) return null;
  const count = open.reduce((sum, place) => sum + earlier[place].count, 0);
  const amount = euro(sumOfAmounts(open.map((place) => earlier[place].amount)), language);
  const { ready, waiting, uncertain } = texts.earlierParts;
  const words = {
    ready: () => ready(counted(earlier.ready.count).written),
    waiting: () => waiting(counted(earlier.waiting.count)),
    uncertain: () => uncertain(counted(earlier.uncertain.count).written),
  };
  return (
    <p className="overview-earlier">
      {texts.earlier(counted(count), amount)}{' '}
      {open.map((place, index) => (
        <span key={place}>
          {index > 0 && ', '}
          <Link to="/werkbonnen" search={{ stand: place }}>
            {words[place]()}
          </Link>
        </span>
      ))}
      .
    </p>
  );
}
