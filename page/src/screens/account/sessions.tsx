/**
 * Where one is signed in, and signing out there.
 */
import { Button, Stack, Table, Title } from '@mantine/core';
import { useAct, useAnswer } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { accountTexts } from '../../texts/account-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { dayAndTime } from '../../texts/numbers.ts';
import { deviceOf } from './device.ts';

export function Sessions() {
  const texts = useTexts(accountTexts);
  const language = useLanguage();
  const sessions = useAnswer('GET /api/me/sessions', {});
  const end = useAct('DELETE /api/me/sessions/:sessionId');
  return (
    <Stack component="section" aria-labelledby="aangemeld">
      <Title order={2} size="h4" id="aangemeld">
        {texts.sessions}
      </Title>
      <Failure error={sessions.error ?? end.error} />
      <Table verticalSpacing="xs" aria-labelledby="aangemeld">
        <Table.Tbody>
          {sessions.data?.sessions.map(({ sessionId, isCurrent, userAgent, lastUsedAt }) => (
            <Table.Tr key={sessionId}>
              <Table.Td>
                <b>{deviceOf(userAgent)}</b>
                <br />
                <span className="mute">
                  {isCurrent ? texts.thisOne : texts.lastUsed(dayAndTime(lastUsedAt, language))}
                </span>
              </Table.Td>
              <Table.Td className="num">
                {!isCurrent && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    loading={end.isPending && end.variables?.params.sessionId === sessionId}
                    onClick={() => end.mutate({ params: { sessionId } })}
                  >
                    {texts.signOutThere}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
