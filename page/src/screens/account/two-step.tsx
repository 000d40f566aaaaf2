/**
 * Turning two-step sign-in on, which counts once a code was confirmed, and off.
 */
import { Anchor, Button, Code, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useAct } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import { Failure } from '../../frame/failure.tsx';
import { accountTexts } from '../../texts/account-texts.ts';
import { useTexts } from '../../texts/language.ts';

type Begun = AnswerOf<'POST /api/me/two-factor'>;

export function TwoStep({ isOn }: { readonly isOn: boolean }) {
  const texts = useTexts(accountTexts);
  const [isAsked, ask] = useState(false);
  const [begun, setBegun] = useState<Begun | null>(null);
  const begin = useAct('POST /api/me/two-factor');
  const end = useAct('DELETE /api/me/two-factor');
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (password) => (password === '' ? texts.askPassword : null) },
  });
  const reset = () => {
    ask(false);
    setBegun(null);
    form.reset();
  };
  const send = form.onSubmit((body) =>
    isOn ? end.mutate({ body }, { onSuccess: reset }) : begin.mutate({ body }, { onSuccess: setBegun }),
  );
  return (
    <Stack component="section" aria-labelledby="tweestaps">
      <Title order={2} size="h4" id="tweestaps">
        {texts.twoStep}
      </Title>
      <Text role="status">{isOn ? texts.twoStepOn : texts.twoStepOff}</Text>
      <Failure error={begin.error ?? end.error} />
      {!isAsked && (
        <Group>
          <Button variant="default" onClick={() => ask(true)}>
            {isOn ? texts.turnOff : texts.turnOn}
          </Button>
        </Group>
      )}
      {isAsked && !begun && (
        <form noValidate onSubmit={send}>
          <Group align="flex-end">
            <PasswordInput
              w={300}
              label={texts.current}
              autoComplete="current-password"
              {...form.getInputProps('password')}
            />
            <Button type="submit" variant="default" loading={begin.isPending || end.isPending}>
              {isOn ? texts.turnOff : texts.turnOn}
            </Button>
          </Group>
        </form>
      )}
      {begun && <Confirmation begun={begun} onDone={reset} />}
    </Stack>
  );
}

function Confirmation({ begun, onDone }: { readonly begun: Begun; readonly onDone: () => void }) {
  const texts = useTexts(accountTexts);
  const confirm = useAct('PUT /api/me/two-factor');
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (code) => (code.trim().length >= 6 ? null : texts.codeNeeded) },
  });
  return (
    <form noValidate onSubmit={form.onSubmit((body) => confirm.mutate({ body }, { onSuccess: onDone }))}>
      <Stack>
        <Text>
          {texts.scan} <Anchor href={begun.uri}>{texts.openInApp}</Anchor>
        </Text>
        <Text>
          {texts.secret}: <Code>{begun.secret}</Code>
        </Text>
        <Text>{texts.backup}</Text>
        <Code block>{begun.backupCodes.join('\n')}</Code>
        <Failure error={confirm.error} />
        <Group align="flex-end">
          <TextInput
            w={200}
            label={texts.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            {...form.getInputProps('code')}
          />
          <Button type="submit" loading={confirm.isPending}>
            {texts.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
