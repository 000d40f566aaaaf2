/**
 * What comes of the choice, in numbers, and the button that begins. After it the overview shows how the drafts are made.
 */
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { Words } from '../../frame/say.tsx';
import { useMay } from '../../session.ts';
import { firstExportTexts } from '../../texts/first-export-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { euro } from '../../texts/numbers.ts';
import { useCounted } from '../overview/counted.ts';
import { sumOfAmounts } from '../work-orders/sum-of-amounts.ts';
import { type Choice, confirmationOf, goingOf, type OfferedOrder } from './first-export-choice.ts';

export function FirstExportClosing({
  accountId,
  choice,
  orders,
}: {
  readonly accountId: string;
  readonly choice: Choice;
  readonly orders: readonly OfferedOrder[];
}) {
  const texts = useTexts(firstExportTexts);
  const language = useLanguage();
  const counted = useCounted();
  const mayConfirm = useMay('manager');
  const { ready, waiting, staying } = goingOf(choice, orders);
  const made = counted(ready.length);
  const amount = euro(sumOfAmounts(ready.map((order) => order.amount)), language);
  return (
    <div className="first-export-closing">
      <div role="status">
        <p>
          <Words said={ready.length === 0 ? texts.makesNone() : texts.makes(made, amount)} />
          {waiting.length > 0 && texts.wait(counted(waiting.length))}
        </p>
        <p className="mute">
          {staying > 0 && texts.stay(counted(staying))}
          {texts.staysDraft}
        </p>
      </div>
      {mayConfirm ? (
        <ConfirmButton
          accountId={accountId}
          confirmation={confirmationOf(choice, orders)}
          words={ready.length === 0 ? texts.makeNone : texts.make(made)}
          isOff={choice.mode === 'from' && choice.from === null}
        />
      ) : (
        <p>{texts.askManager}</p>
      )}
    </div>
  );
}

/** Confirms, upon which the export begins, and goes to the overview. */
export function ConfirmButton({
  accountId,
  confirmation,
  words,
  isOff = false,
}: {
  readonly accountId: string;
  readonly confirmation: ReturnType<typeof confirmationOf>;
  readonly words: string;
  readonly isOff?: boolean;
}) {
  const texts = useTexts(firstExportTexts);
  const navigate = useNavigate();
  const confirm = useAct('POST /api/accounts/:accountId/first-export');
  const press = () =>
    confirm.mutate({ params: { accountId }, body: confirmation }, { onSuccess: () => navigate({ to: '/' }) });
  return (
    <div>
      <Button size="md" loading={confirm.isPending} disabled={isOff} onClick={press}>
        {words}
        {confirm.isPending && <span className="sr">{texts.confirming}</span>}
      </Button>
      <Failure error={confirm.error} />
    </div>
  );
}
