/**
 * One company as the operator sees it, with suspending and resuming.
 */
import { Button, Table } from '@mantine/core';
import { useAct } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import { Failure } from '../../frame/failure.tsx';
import { StateMark } from '../../frame/state-mark.tsx';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { day, dayAndTime } from '../../texts/numbers.ts';
import { operatorTexts } from '../../texts/operator-texts.ts';

type Account = AnswerOf<'GET /api/operator/accounts'>['items'][number];

export function AccountRow({ account }: { readonly account: Account }) {
  const texts = useTexts(operatorTexts);
  const language = useLanguage();
  const suspend = useAct('POST /api/operator/accounts/:accountId/suspension');
  const resume = useAct('DELETE /api/operator/accounts/:accountId/suspension');
  const { accountId, name, isSuspended, outsmart, asperion } = account;
  const isBroken = outsmart === 'refused' || asperion === 'ended';
  const act = isSuspended ? resume : suspend;
  return (
    <Table.Tr>
      <Table.Td>
        <b>{name}</b>
        <br />
        <span className="mute">{texts.since(day(account.createdAt, language))}</span>
        {isSuspended && (
          <>
            <br />
            <StateMark state="cancelled">{texts.isSuspended}</StateMark>
          </>
        )}
        {account.stoppedCode && (
          <>
            <br />
            <StateMark state="failed">{texts.isStopped}</StateMark>
          </>
        )}
      </Table.Td>
      <Table.Td>{texts.licences[account.licence]}</Table.Td>
      <Table.Td>
        OutSmart: {texts.states[outsmart]}
        <br />
        Asperion: {texts.states[asperion]}
        {isBroken && (
          <>
            <br />
            <StateMark state="disconnected" />
          </>
        )}
      </Table.Td>
      <Table.Td>{account.lastRunAt && dayAndTime(account.lastRunAt, language)}</Table.Td>
      <Table.Td>
        {account.nextRunAt && dayAndTime(account.nextRunAt, language)}
        {account.lateMinutes > 0 && (
          <>
            <br />
            <StateMark state="waiting">{texts.late(account.lateMinutes)}</StateMark>
          </>
        )}
      </Table.Td>
      <Table.Td>
        {account.lastFaultText}
        {account.lastFaultAt && (
          <>
            <br />
            <span className="mute">{dayAndTime(account.lastFaultAt, language)}</span>
          </>
        )}
      </Table.Td>
      <Table.Td>
        <Button
          variant="default"
          size="compact-sm"
          loading={act.isPending}
          onClick={() => act.mutate({ params: { accountId } })}
        >
          {isSuspended ? texts.resume : texts.suspend}
          <span className="sr"> {name}</span>
        </Button>
        <Failure error={act.error} />
      </Table.Td>
    </Table.Tr>
  );
}
