/**
 * On every screen while one of both connections is lost; it goes away by connecting again and in no other way.
 */
import { Alert, Button } from '@mantine/core';
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useConnectAsperion } from '../screens/connector/use-connect-asperion.ts';
import { useMay } from '../session.ts';
import { connectionLostTexts } from '../texts/connection-lost-texts.ts';
import { useLanguage, useTexts } from '../texts/language.ts';
import { dayAndTime } from '../texts/numbers.ts';
import './connection-lost.css';
import { Failure } from './failure.tsx';
import { useOverview } from './overview-answer.ts';

export function ConnectionLost({ accountId }: { readonly accountId: string }) {
  const texts = useTexts(connectionLostTexts);
  const language = useLanguage();
  const mayConnect = useMay('manager');
  const overview = useOverview(accountId).data;
  if (!overview) return null;
  const isAsperion = overview.asperion === 'ended';
  if (!isAsperion && overview.outsmart !== 'refused') return null;
  const since = isAsperion ? overview.asperionSince : null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      radius="lg"
      className="connection-lost"
      icon={<IconPlugConnectedX stroke={1.75} aria-hidden />}
    >
      <div className="connection-lost-body">
        <div>
          <p className="connection-lost-title">{isAsperion ? texts.asperionTitle : texts.outsmartTitle}</p>
          <p>
            {since === null ? texts.noDrafts : texts.since(dayAndTime(since, language))}
            {!mayConnect && ` ${texts.askManager}`}
          </p>
        </div>
        {mayConnect && isAsperion && <ConnectAsperion accountId={accountId} />}
        {mayConnect && !isAsperion && (
          <Button renderRoot={(root) => <Link to="/koppeling/asperion" {...root} />} size="md">
            {texts.newToken}
          </Button>
        )}
      </div>
    </Alert>
  );
}

function ConnectAsperion({ accountId }: { readonly accountId: string }) {
  const texts = useTexts(connectionLostTexts);
  const { connect, isBusy, error } = useConnectAsperion(accountId);
  return (
    <div>
      <Button
        size="md"
        leftSection={<IconPlugConnected size={18} stroke={1.75} aria-hidden />}
        loading={isBusy}
        onClick={connect}
      >
        {texts.reconnect}
        {isBusy && <span className="sr">{texts.reconnecting}</span>}
      </Button>
      <Failure error={error} />
    </div>
  );
}
