/**
 * What connecting again does, in three steps; only for Asperion, whose consent ended.
 */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Words } from '../../frame/say.tsx';
import { useMay } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { useCounted } from './counted.ts';
import type { Overview } from './overview-shapes.ts';

export function ConnectAgain({ overview }: { readonly overview: Overview }) {
  const texts = useTexts(overviewTexts);
  const counted = useCounted();
  const mayConnect = useMay('manager');
  const { thisMonth, earlier } = overview.balance;
  const ready = thisMonth.ready.count + earlier.ready.count;
  return (
    <section aria-labelledby="overview-again">
      <div className="overview-sec-h">
        <h2 id="overview-again">{texts.againTitle}</h2>
      </div>
      <ol className="overview-causes">
        <Step number={1} isNow title={texts.again1} text={texts.again1Text} />
        <Step
          number={2}
          title={texts.again2}
          text={<Words said={texts.again2Text(overview.administrationName ?? overview.companyName)} />}
        />
        <Step
          number={3}
          title={ready === 0 ? texts.again3None : texts.again3(counted(ready))}
          text={texts.again3Text}
        />
      </ol>
      {overview.asperion === 'disconnected' && mayConnect && (
        <Button renderRoot={(root) => <Link to="/koppeling/asperion" {...root} />} size="md" mt="sm">
          {texts.reconnectHere}
        </Button>
      )}
    </section>
  );
}

function Step({
  number,
  title,
  text,
  isNow = false,
}: {
  readonly number: number;
  readonly title: string;
  readonly text: ReactNode;
  readonly isNow?: boolean;
}) {
  return (
    <li className="overview-cause numbered">
      <span className={`overview-dot ${isNow ? 'blue' : 'grey'}`}>{number}</span>
      <div className="overview-cause-words">
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
    </li>
  );
}
