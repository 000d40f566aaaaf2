/**
 * The line between both systems, large: each end with its state and what can be done about it.
 */
import { Button } from '@mantine/core';
import { IconCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useAct } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import { Failure } from '../../frame/failure.tsx';
import { wireState } from '../../frame/wire.tsx';
import { useMay } from '../../session.ts';
import { connectorTexts } from '../../texts/connector-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { dayAndTime } from '../../texts/numbers.ts';
import { AsperionEnd } from './asperion-end.tsx';
import { OutSmartEnd } from './outsmart-end.tsx';

export type Connections = AnswerOf<'GET /api/accounts/:accountId/connections'>;

interface ConnectionEndsProps {
  readonly accountId: string;
  readonly companyName: string;
  readonly connections: Connections;
  readonly administrationName: string | null;
}

export function ConnectionEnds({ accountId, companyName, connections, administrationName }: ConnectionEndsProps) {
  const texts = useTexts(connectorTexts);
  const { outsmart, asperion } = connections;
  const state = wireState(outsmart?.state, asperion?.state);
  const Icon = state === 'broken' ? IconPlugConnectedX : IconCheck;
  return (
    <div className="ends-part">
      <div className="ends">
        <OutSmartEnd accountId={accountId} companyName={companyName} connection={outsmart} />
        <div className={`ends-pipe ${state}`}>
          {state !== 'none' && (
            <span>
              <Icon size={16} stroke={2} aria-hidden />
            </span>
          )}
          <span className="sr">{state === 'connected' ? texts.joined : texts.notJoined}</span>
        </div>
        <AsperionEnd accountId={accountId} connection={asperion} administrationName={administrationName} />
      </div>
      {(outsmart || asperion) && <Check accountId={accountId} />}
    </div>
  );
}

/** Tries both connections now. */
function Check({ accountId }: { readonly accountId: string }) {
  const texts = useTexts(connectorTexts);
  const language = useLanguage();
  const check = useAct('POST /api/accounts/:accountId/connections/check');
  if (!useMay('office')) return null;
  return (
    <div className="ends-check">
      <Button
        variant="subtle"
        size="compact-sm"
        loading={check.isPending}
        onClick={() => check.mutate({ params: { accountId } })}
      >
        {texts.check}
      </Button>
      <span role="status" className="mute">
        {check.isSuccess && texts.checked(dayAndTime(new Date(check.submittedAt).toISOString(), language))}
      </span>
      <Failure error={check.error} />
    </div>
  );
}
