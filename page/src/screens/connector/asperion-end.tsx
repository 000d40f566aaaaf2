/**
 * The Asperion end: which administration, by whom and since when, and connecting anew or taking it back (C3).
 */
import { Alert, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { useMay } from '../../session.ts';
import { connectorTexts } from '../../texts/connector-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { day, dayAndTime } from '../../texts/numbers.ts';
import type { Connections } from './connection-ends.tsx';
import { EndCard, type EndState } from './end-card.tsx';
import { useConnectAsperion } from './use-connect-asperion.ts';

interface AsperionEndProps {
  readonly accountId: string;
  readonly connection: Connections['asperion'];
  readonly administrationName: string | null;
}

const STATES = { connected: 'works', ended: 'ended', disconnected: 'ended' } as const;

export function AsperionEnd({ accountId, connection, administrationName }: AsperionEndProps) {
  const texts = useTexts(connectorTexts);
  const language = useLanguage();
  const isManager = useMay('manager');
  const state: EndState = connection === null ? 'notYet' : STATES[connection.state];
  return (
    <EndCard name={texts.asperion} state={state}>
      {connection && (
        <p>
          {administrationName ?? texts.noAdministration}
          <br />
          <span className="mute">
            {state === 'works'
              ? texts.connectedByOn(connection.connectedBy, day(connection.connectedAt, language))
              : texts.since(dayAndTime(connection.stateSince, language))}
          </span>
        </p>
      )}
      {connection && state !== 'works' && connection.text !== '' && <p className="c-red">{connection.text}</p>}
      {connection === null && <p className="mute">{isManager ? texts.asperionHelp : texts.managersOnly}</p>}
      {isManager && <Acts accountId={accountId} state={state} />}
    </EndCard>
  );
}

function Acts({ accountId, state }: { readonly accountId: string; readonly state: EndState }) {
  const texts = useTexts(connectorTexts);
  const { connect, isBusy, error } = useConnectAsperion(accountId);
  const [isAsking, ask] = useState(false);
  const disconnect = useAct('DELETE /api/accounts/:accountId/connections/asperion');
  const works = state === 'works';
  return (
    <>
      <div className="end-buttons">
        <Button
          variant={works ? 'subtle' : 'filled'}
          size={works ? 'compact-sm' : 'sm'}
          loading={isBusy}
          onClick={connect}
        >
          {state === 'notYet' ? texts.connectAsperion : texts.reconnect}
        </Button>
        {works && (
          <Button
            variant="subtle"
            color="red"
            className="is-ending"
            size="compact-sm"
            aria-expanded={isAsking}
            onClick={() => ask(!isAsking)}
          >
            {texts.disconnect}
          </Button>
        )}
      </div>
      <Failure error={error ?? disconnect.error} />
      {works && isAsking && (
        <Alert className="set-notice is-red" color="red" title={texts.disconnectTitle} mt="sm">
          {texts.disconnectText}
          <Group mt="sm" gap="xs">
            <Button
              variant="default"
              className="is-ending"
              loading={disconnect.isPending}
              onClick={() => disconnect.mutate({ params: { accountId } }, { onSuccess: () => ask(false) })}
            >
              {texts.disconnectYes}
            </Button>
            <Button variant="default" onClick={() => ask(false)}>
              {texts.disconnectNo}
            </Button>
          </Group>
        </Alert>
      )}
      <p role="status" className="end-status">
        {disconnect.data && !works && (disconnect.data.isRevoked ? texts.disconnected : texts.disconnectedHereOnly)}
      </p>
    </>
  );
}
