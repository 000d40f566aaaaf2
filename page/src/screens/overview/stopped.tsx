/**
 * The connector stands still until a person decides: a draft landed in another administration than meant. Says so, and offers
 * both ways on; deleting is asked twice.
 */
import { Alert, Button, Group } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { useMay } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { stoppedTexts } from '../../texts/stopped-texts.ts';

export function Stopped({ accountId, sentence }: { readonly accountId: string; readonly sentence: string }) {
  const texts = useTexts(stoppedTexts);
  const mayDecide = useMay('manager');
  const [isSure, setSure] = useState(false);
  const decide = useAct('POST /api/accounts/:accountId/misplaced');
  const press = (decision: 'keep' | 'delete') => decide.mutate({ params: { accountId }, body: { decision } });
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      radius="lg"
      className="overview-stopped"
      icon={<IconPlayerStop stroke={1.75} aria-hidden />}
      title={texts.title}
    >
      <p>{sentence}</p>
      {!mayDecide && <p>{texts.askManager}</p>}
      {mayDecide && (
        <Group gap="xs" mt="sm">
          <Button variant="default" loading={decide.isPending && !isSure} onClick={() => press('keep')}>
            {texts.keep}
          </Button>
          {isSure ? (
            <>
              <Button variant="default" c="var(--red)" loading={decide.isPending} onClick={() => press('delete')}>
                {texts.reallyDelete}
              </Button>
              <Button variant="subtle" onClick={() => setSure(false)}>
                {texts.back}
              </Button>
            </>
          ) : (
            <Button variant="default" c="var(--red)" onClick={() => setSure(true)}>
              {texts.remove}
            </Button>
          )}
        </Group>
      )}
      <Failure error={decide.error} />
    </Alert>
  );
}
