/**
 * A connector that can be ordered, with its price. Ordering opens a part in place in which everything is seen first (L2).
 */
import { Button, Collapse } from '@mantine/core';
import { useId, useState } from 'react';
import type { AnswerOf } from '../../api/client.ts';
import { Failure } from '../../frame/failure.tsx';
import { useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { licencesTexts } from '../../texts/licences-texts.ts';
import { day, euro } from '../../texts/numbers.ts';
import { dayBefore } from './neighbouring-days.ts';
import { type Point, SummaryList } from './summary-list.tsx';

type Connector = AnswerOf<'GET /api/accounts/:accountId/licences'>['connectors'][number];

interface OfferCardProps {
  readonly connector: Connector;
  readonly onOrder: () => void;
  readonly isOrdering: boolean;
  readonly error: unknown;
}

export function OfferCard(props: OfferCardProps) {
  const texts = useTexts(licencesTexts);
  const language = useLanguage();
  const [isOpen, open] = useState(false);
  const partId = useId();
  const isManager = useMay('manager');
  const { name, description, once, perYear, perMonth } = props.connector;
  return (
    <div className="licences-card">
      <div className="licences-row">
        <span className="licences-logo" aria-hidden>
          {name.slice(0, 1)}
        </span>
        <div>
          <h3>{name}</h3>
          <p className="mute">{description}</p>
        </div>
        <div className="licences-price">
          <b>{euro(once, language)}</b>
          <span>{texts.once}</span>
        </div>
        <div className="licences-price">
          <b>{euro(perYear, language)}</b>
          <span>
            {texts.plusVatYear}, {texts.thatIs}
            <br />
            {texts.aMonth(euro(perMonth, language))}
          </span>
        </div>
        {isManager && (
          <Button
            variant="default"
            aria-expanded={isOpen}
            aria-controls={partId}
            aria-label={isOpen ? undefined : texts.orderIt(name)}
            onClick={() => open(!isOpen)}
          >
            {isOpen ? texts.close : texts.order}
          </Button>
        )}
      </div>
      <Collapse expanded={isOpen} id={partId}>
        <CheckOrder {...props} />
      </Collapse>
    </div>
  );
}

function CheckOrder({ connector, onOrder, isOrdering, error }: OfferCardProps) {
  const texts = useTexts(licencesTexts);
  const language = useLanguage();
  const { name, offer } = connector;
  const isLater = offer.firstInvoiceOn > offer.startsOn;
  return (
    <div className="licences-check">
      <div>
        <h3>{texts.checkTitle}</h3>
        <SummaryList points={useOrderPoints(connector)} />
      </div>
      <div className="licences-pay">
        <p>{isLater ? texts.firstInvoice(day(offer.firstInvoiceOn, language)) : texts.firstInvoiceToday}</p>
        <p className="licences-amount">{euro(offer.firstInvoice, language)}</p>
        <p>
          {texts.withVat} {isLater && texts.nothingNow}
        </p>
        <Failure error={error} />
        <Button size="md" fullWidth loading={isOrdering} onClick={onOrder}>
          {texts.orderIt(name)}
        </Button>
        <p className="licences-after">{texts.afterwards(name)}</p>
      </div>
    </div>
  );
}

/** Price, VAT and start date (L2). */
function useOrderPoints({ name, offer, once, perYear, vatPerYear, vatPercentage }: Connector): readonly Point[] {
  const texts = useTexts(licencesTexts);
  const language = useLanguage();
  const isTrial = offer.paidFrom > offer.startsOn;
  const trial: readonly Point[] = isTrial
    ? [[texts.untilTrial(day(dayBefore(offer.paidFrom), language)), texts.trialPrice(euro('0', language))]]
    : [];
  return [
    [texts.connector, name],
    [texts.startsOn, texts.today(day(offer.startsOn, language))],
    ...trial,
    [
      texts.from(day(offer.paidFrom, language)),
      <>
        {texts.perYear(euro(perYear, language))}{' '}
        <span className="mute">{texts.plusVat(euro(vatPerYear, language), percentage(vatPercentage, language))}</span>
      </>,
    ],
    [texts.onceLabel, euro(once, language)],
    [texts.cancelling, texts.cancellingText],
  ];
}

function percentage(text: string, language: 'nl' | 'en'): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return language === 'nl' ? short.replace('.', ',') : short;
}
