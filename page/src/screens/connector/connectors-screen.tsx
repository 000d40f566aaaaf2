/**
 * Bedrijf → Externe koppeling (C1): the ordered connectors, each with the button that opens its settings.
 */
import { Button, Title } from '@mantine/core';
import { IconLicense } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useAnswer } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import { Failure } from '../../frame/failure.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { Wire, wireState } from '../../frame/wire.tsx';
import { useCompany, useMay } from '../../session.ts';
import { connectorTexts } from '../../texts/connector-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { day } from '../../texts/numbers.ts';
import './connector.css';
import { useConnectAsperion } from './use-connect-asperion.ts';

type Connector = AnswerOf<'GET /api/accounts/:accountId/licences'>['connectors'][number];
type Connections = AnswerOf<'GET /api/accounts/:accountId/connections'>;

export function ConnectorsScreen() {
  const texts = useTexts(connectorTexts);
  usePageTitle(texts.title);
  return (
    <>
      <Title order={1} className="connector-title">
        {texts.title}
      </Title>
      <p className="connector-sub">{texts.sub}</p>
      <Connectors />
    </>
  );
}

function Connectors() {
  const { accountId } = useCompany();
  const licences = useAnswer('GET /api/accounts/:accountId/licences', { params: { accountId } });
  const connections = useAnswer('GET /api/accounts/:accountId/connections', { params: { accountId } });
  if (!licences.data || !connections.data) {
    const failed = [licences, connections].find(({ isError }) => isError);
    return failed ? (
      <Failure error={failed.error} retry={() => void failed.refetch()} />
    ) : (
      <RowsSkeleton rows={2} withSentence={false} />
    );
  }
  const ordered = licences.data.connectors.filter(({ licence }) => licence && licence.state !== 'ended');
  if (ordered.length === 0) return <NoneOrdered />;
  return ordered.map((connector) => (
    <OrderedConnector
      key={connector.connector}
      accountId={accountId}
      connector={connector}
      connections={connections.data}
    />
  ));
}

function OrderedConnector({
  accountId,
  connector: { name, description, licence },
  connections: { outsmart, asperion },
}: {
  readonly accountId: string;
  readonly connector: Connector;
  readonly connections: Connections;
}) {
  const texts = useTexts(connectorTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const { connect, isBusy, error } = useConnectAsperion(accountId);
  // The first time, the button leads to Asperion itself (C2); what was connected before is mended at the settings.
  const leadsToAsperion = useMay('manager') && outsmart?.state === 'connected' && asperion === null;
  const until = licence
    ? (licence.state === 'trial' ? texts.trialUntil : texts.runsUntil)(day(licence.runsUntil, language))
    : '';
  return (
    <section className="connector-card" aria-label={name}>
      <span className="connector-logo" aria-hidden>
        {name.slice(0, 1)}
      </span>
      <div className="connector-what">
        <h2>{name}</h2>
        <p className="mute">{description}</p>
        <p className="mute">{until}</p>
      </div>
      <div className="connector-wire">
        <Wire state={wireState(outsmart?.state, asperion?.state)} />
      </div>
      <div className="connector-open">
        <Button
          fullWidth
          loading={isBusy}
          onClick={leadsToAsperion ? connect : () => void navigate({ to: '/koppeling/asperion' })}
        >
          {texts.openSettings}
          <span className="sr">: {name}</span>
        </Button>
        {leadsToAsperion && <p className="mute">{texts.toAsperionNext}</p>}
      </div>
      {error && (
        <div className="connector-failure">
          <Failure error={error} />
        </div>
      )}
    </section>
  );
}

function NoneOrdered() {
  const texts = useTexts(connectorTexts);
  return (
    <div className="connector-empty">
      <span className="connector-dot" aria-hidden>
        <IconLicense size={20} stroke={1.75} />
      </span>
      <div>
        <b>{texts.noneTitle}</b>
        <p className="mute">{texts.noneText}</p>
      </div>
      <Button component={Link} to="/licentiemanager">
        {texts.toLicences}
      </Button>
    </div>
  );
}
