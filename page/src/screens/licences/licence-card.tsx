/**
 * A licence of this company: until when it runs, and cancelling it or letting it go on, in place (L3).
 */
import { Button, Collapse } from '@mantine/core';
import { IconCircleCheck, IconClock, IconGift, IconPlayerStop } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useAct } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import { Failure } from '../../frame/failure.tsx';
import { useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { licencesTexts } from '../../texts/licences-texts.ts';
import { day, euro } from '../../texts/numbers.ts';
import { dayAfter } from './neighbouring-days.ts';
import { SummaryList } from './summary-list.tsx';

type Connector = AnswerOf<'GET /api/accounts/:accountId/licences'>['connectors'][number];
type Licence = NonNullable<Connector['licence']>;

const LOOK = {
  trial: { Icon: IconGift, colour: 'green' },
  running: { Icon: IconCircleCheck, colour: 'green' },
  cancelled: { Icon: IconClock, colour: 'amber' },
  ended: { Icon: IconPlayerStop, colour: 'grey' },
} as const;

interface CardProps {
  readonly accountId: string;
  readonly connector: Connector;
}

export function LicenceCard({ accountId, connector }: CardProps) {
  const texts = useTexts(licencesTexts);
  const language = useLanguage();
  const isManager = useMay('manager');
  const [isOpen, open] = useState(false);
  const [said, tell] = useState('');
  const partId = useId();
  const { name, perYear, licence } = connector;
  const params = { accountId, connector: connector.connector };
  const cancel = useAct('DELETE /api/accounts/:accountId/licences/:connector');
  const resume = useAct('POST /api/accounts/:accountId/licences/:connector/resumption');
  if (licence === null) return null;
  const afterCancelling = () => {
    open(false);
    tell(texts.cancelled(name, day(licence.runsUntil, language)));
  };
  const isCancellable = isManager && (licence.state === 'trial' || licence.state === 'running');
  return (
    <div className="licences-card">
      <div className="licences-row">
        <span className="licences-logo" aria-hidden>
          {name.slice(0, 1)}
        </span>
        <div>
          <h3>{name}</h3>
          <p className="mute">{texts.orderedBy(licence.orderedBy, day(licence.orderedOn, language))}</p>
          {licence.cancelledOn && licence.cancelledBy && (
            <p className="mute">{texts.cancelledBy(licence.cancelledBy, day(licence.cancelledOn, language))}</p>
          )}
        </div>
        <div className="licences-price">
          <b>{euro(perYear, language)}</b>
          <span>{texts.plusVatYear}</span>
        </div>
        <Term licence={licence} />
        {isCancellable && (
          <Button
            variant="default"
            className={isOpen ? undefined : 'is-ending'}
            aria-expanded={isOpen}
            aria-controls={partId}
            aria-label={isOpen ? undefined : texts.cancelOf(name)}
            onClick={() => open(!isOpen)}
          >
            {isOpen ? texts.close : texts.cancel}
          </Button>
        )}
        {isManager && licence.state === 'cancelled' && (
          <Button
            aria-label={texts.resumeOf(name)}
            loading={resume.isPending}
            onClick={() => resume.mutate({ params }, { onSuccess: () => tell(texts.resumed(name)) })}
          >
            {texts.resume}
          </Button>
        )}
      </div>
      <Failure error={resume.error} />
      <p className="licences-said" role="status">
        {said}
      </p>
      <Collapse expanded={isOpen && isCancellable} id={partId}>
        <CancelPart
          name={name}
          licence={licence}
          isCancelling={cancel.isPending}
          error={cancel.error}
          onCancel={() => cancel.mutate({ params }, { onSuccess: afterCancelling })}
        />
      </Collapse>
    </div>
  );
}

/** Its state as icon and word, and the last day. */
function Term({ licence: { state, runsUntil } }: { readonly licence: Licence }) {
  const texts = useTexts(licencesTexts);
  const language = useLanguage();
  const { Icon, colour } = LOOK[state];
  const until = day(runsUntil, language);
  return (
    <div className="licences-price">
      <span className={`licences-state c-${colour}`}>
        <Icon size={15} stroke={1.75} aria-hidden />
        {texts.states[state]}
      </span>
      <span>{state === 'ended' ? texts.endedOn(until) : texts.until(until)}</span>
    </div>
  );
}

interface CancelPartProps {
  readonly name: string;
  readonly licence: Licence;
  readonly onCancel: () => void;
  readonly isCancelling: boolean;
  readonly error: unknown;
}

/** What cancelling comes to, seen before it is done. */
function CancelPart({ name, licence: { state, runsUntil }, onCancel, isCancelling, error }: CancelPartProps) {
  const texts = useTexts(licencesTexts);
  const language = useLanguage();
  const until = day(runsUntil, language);
  return (
    <div className="licences-check">
      <div>
        <h3>{texts.cancelTitle(name)}</h3>
        <SummaryList
          points={[
            [texts.runsOnUntil, state === 'trial' ? texts.endOfTrial(until) : texts.endOfYear(until)],
            [texts.afterThat, texts.afterThatText],
            [texts.changeMind, texts.changeMindText(until)],
          ]}
        />
      </div>
      <div className="licences-pay">
        <Failure error={error} />
        <Button variant="default" className="is-ending" size="md" fullWidth loading={isCancelling} onClick={onCancel}>
          {texts.cancelPer(day(dayAfter(runsUntil), language))}
        </Button>
      </div>
    </div>
  );
}
