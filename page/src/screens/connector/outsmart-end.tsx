/**
 * The OutSmart end: its token, of which only the ending is ever shown (C4).
 */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import { useMay } from '../../session.ts';
import { connectorTexts } from '../../texts/connector-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { day, dayAndTime } from '../../texts/numbers.ts';
import type { Connections } from './connection-ends.tsx';
import { EndCard } from './end-card.tsx';
import { TokenForm } from './token-form.tsx';

const ROUTE = 'PUT /api/accounts/:accountId/connections/outsmart';

interface OutSmartEndProps {
  readonly accountId: string;
  readonly companyName: string;
  readonly connection: Connections['outsmart'];
}

export function OutSmartEnd({ accountId, companyName, connection }: OutSmartEndProps) {
  const texts = useTexts(connectorTexts);
  const language = useLanguage();
  const isManager = useMay('manager');
  const [isReplacing, replace] = useState(false);
  const connect = useAct(ROUTE);
  const isRefused = connection?.state === 'refused';
  const showsForm = isManager && (connection === null || isRefused || isReplacing);
  return (
    <EndCard name="OutSmart" state={connection === null ? 'notYet' : isRefused ? 'refused' : 'works'}>
      {connection && (
        <p>
          {companyName}
          <br />
          <span className="mute">
            {texts.tokenEndsOn(connection.tokenEnding)} ·{' '}
            {isRefused
              ? texts.since(dayAndTime(connection.stateSince, language))
              : texts.connectedOn(day(connection.connectedAt, language))}
          </span>
        </p>
      )}
      {isRefused && <p className="c-red">{connection.text}</p>}
      {connection === null && !isManager && <p className="mute">{texts.managersOnly}</p>}
      <div role="status">{connect.data && !isReplacing && <Outcome connected={connect.data} />}</div>
      {showsForm ? (
        <TokenForm
          onToken={(token) =>
            connect.mutate({ params: { accountId }, body: { token } }, { onSuccess: () => replace(false) })
          }
          isTrying={connect.isPending}
          error={connect.error}
          onCancel={isReplacing ? () => replace(false) : null}
        />
      ) : (
        isManager && (
          <div className="end-buttons">
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                connect.reset();
                replace(true);
              }}
            >
              {texts.replaceToken}
            </Button>
          </div>
        )
      )}
    </EndCard>
  );
}

/** That it is connected now, and at which work status work orders go (E2). */
function Outcome({ connected: { tokenEnding, workStatus } }: { readonly connected: AnswerOf<typeof ROUTE> }) {
  const texts = useTexts(connectorTexts);
  const status = workStatus
    ? (workStatus.isCreated ? texts.statusMade : texts.statusFound)(workStatus.code, workStatus.name)
    : texts.statusToChoose;
  return (
    <p className="c-green">
      {texts.outsmartConnected(tokenEnding)} {status}
    </p>
  );
}
