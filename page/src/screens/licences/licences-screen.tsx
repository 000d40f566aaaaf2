/**
 * The licence manager (L1-L3): what can be ordered and for how much, and the licences of this company.
 */
import { Alert, Button, Title } from '@mantine/core';
import { IconGift, IconLicense } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import { Failure } from '../../frame/failure.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { useCompany, useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { licencesTexts } from '../../texts/licences-texts.ts';
import { day } from '../../texts/numbers.ts';
import { EmptyRow } from './empty-row.tsx';
import './licences.css';
import { LicenceCard } from './licence-card.tsx';
import { OfferCard } from './offer-card.tsx';

type Licences = AnswerOf<'GET /api/accounts/:accountId/licences'>;
type Connector = Licences['connectors'][number];

export function LicencesScreen() {
  const texts = useTexts(licencesTexts);
  usePageTitle(texts.title);
  const { accountId } = useCompany();
  const licences = useAnswer('GET /api/accounts/:accountId/licences', { params: { accountId } });
  const [isOrdering, order] = useState(false);
  const mayOrder = useMay('manager');
  const hasTrial = licences.data?.trialUntil != null;
  return (
    <>
      <div className="licences-head">
        <div>
          <Title order={1} className="licences-title">
            {texts.title}
          </Title>
          <p className="mute">{texts.sub}</p>
        </div>
        {licences.data && !hasTrial && mayOrder && (
          <Button size="md" aria-expanded={isOrdering} onClick={() => order(!isOrdering)}>
            {texts.order}
          </Button>
        )}
      </div>
      {!licences.data && !licences.error && <RowsSkeleton rows={3} withSentence={false} />}
      {!licences.data && <Failure error={licences.error} retry={() => void licences.refetch()} />}
      {licences.data && <Loaded accountId={accountId} licences={licences.data} isOrdering={isOrdering} />}
    </>
  );
}

interface LoadedProps {
  readonly accountId: string;
  readonly licences: Licences;
  /** Outside the trial the list of what can be ordered opens with the button. */
  readonly isOrdering: boolean;
}

function Loaded({ accountId, licences: { trialUntil, connectors }, isOrdering }: LoadedProps) {
  const texts = useTexts(licencesTexts);
  const language = useLanguage();
  const isManager = useMay('manager');
  const order = useAct('POST /api/accounts/:accountId/licences/:connector');
  const runs = ({ licence }: Connector) => licence !== null && licence.state !== 'ended';
  const onOffer = connectors.filter((connector) => !runs(connector));
  const yours = connectors.filter(({ licence }) => licence !== null);
  const asked = order.variables?.params.connector;
  const ordered =
    order.isSuccess && yours.find(({ connector, licence }) => connector === asked && licence?.state !== 'cancelled');
  const showsOffer = isOrdering || (onOffer.length > 0 && (trialUntil !== null || yours.length === 0));
  return (
    <>
      {trialUntil !== null && (
        <Alert
          className="licences-trial"
          title={texts.trialTitle(day(trialUntil, language))}
          icon={<IconGift stroke={1.75} aria-hidden />}
        >
          {texts.trialText}
        </Alert>
      )}
      {!isManager && <p className="mute licences-told">{texts.managersOnly}</p>}
      <div role="status">
        {ordered && (
          <Alert className="licences-done" color="green" title={texts.ordered(ordered.name)}>
            {texts.afterwards(ordered.name)} <Link to="/koppeling">{texts.toConnector}</Link>
          </Alert>
        )}
      </div>
      {showsOffer && (
        <section className="licences-part">
          <h2>{texts.onOffer}</h2>
          {onOffer.map((connector) => (
            <OfferCard
              key={connector.connector}
              connector={connector}
              isOrdering={order.isPending}
              error={asked === connector.connector ? order.error : null}
              onOrder={() =>
                order.mutate({ params: { accountId, connector: connector.connector }, body: { isAgreed: true } })
              }
            />
          ))}
          {onOffer.length === 0 && (
            <EmptyRow Icon={IconLicense} title={texts.allOrderedTitle} text={texts.allOrderedText} />
          )}
        </section>
      )}
      <section className="licences-part">
        <h2>{texts.yours}</h2>
        {yours.map((connector) => (
          <LicenceCard key={connector.connector} accountId={accountId} connector={connector} />
        ))}
        {yours.length === 0 && <EmptyRow Icon={IconLicense} title={texts.noneTitle} text={texts.noneText} />}
      </section>
    </>
  );
}
