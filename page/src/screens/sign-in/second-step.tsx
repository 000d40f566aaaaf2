/**
 * The second step of signing in: a code of the authenticator app, or a backup code.
 */
import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { useTexts } from '../../texts/language.ts';
import { signInTexts } from '../../texts/sign-in-texts.ts';

export function SecondStep({ onDone }: { readonly onDone: () => Promise<void> }) {
  const texts = useTexts(signInTexts);
  const [isBackupCode, chooseBackup] = useState(false);
  const confirm = useAct('POST /api/session/second-step');
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (code) => (code.trim().length >= 6 ? null : texts.codeNeeded) },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ code }) =>
        confirm.mutate({ body: { code, isBackupCode } }, { onSuccess: () => void onDone() }),
      )}
    >
      <Stack>
        <Title order={1} size="h2">
          {texts.secondTitle}
        </Title>
        <Text>{isBackupCode ? texts.backupText : texts.secondText}</Text>
        <Failure error={confirm.error} />
        <TextInput
          data-autofocus
          label={texts.code}
          inputMode={isBackupCode ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          {...form.getInputProps('code')}
        />
        <Button type="submit" size="md" loading={confirm.isPending}>
          {texts.goOn}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => chooseBackup(!isBackupCode)}>
          {isBackupCode ? texts.useApp : texts.useBackup}
        </Anchor>
      </Stack>
    </form>
  );
}
