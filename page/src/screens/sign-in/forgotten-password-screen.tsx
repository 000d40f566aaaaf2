/**
 * Asking for a mail to choose a new password. Says the same whether the address is known or not.
 */
import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { useInstallation } from '../../frame/support.tsx';
import { useTexts } from '../../texts/language.ts';
import { signInTexts } from '../../texts/sign-in-texts.ts';
import { isEmail } from './email.ts';

export function ForgottenPasswordScreen() {
  const texts = useTexts(signInTexts);
  usePageTitle(texts.forgottenTitle);
  const isMailOn = useInstallation()?.isMailOn ?? true;
  const ask = useAct('POST /api/password-reset');
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (email) => (isEmail(email) ? null : texts.emailNeeded) },
  });
  return (
    <Stack>
      <Title order={1} size="h2">
        {texts.forgottenTitle}
      </Title>
      {!isMailOn && <Text>{texts.forgottenOff}</Text>}
      {isMailOn && !ask.isSuccess && (
        <form noValidate onSubmit={form.onSubmit((body) => ask.mutate({ body }))}>
          <Stack>
            <Text>{texts.forgottenText}</Text>
            <Failure error={ask.error} />
            <TextInput type="email" label={texts.email} autoComplete="username" {...form.getInputProps('email')} />
            <Button type="submit" loading={ask.isPending}>
              {texts.forgottenSend}
            </Button>
          </Stack>
        </form>
      )}
      <div role="status">{ask.isSuccess && <Text>{texts.forgottenSent}</Text>}</div>
      <Anchor component={Link} to="/aanmelden" size="sm">
        {texts.back}
      </Anchor>
    </Stack>
  );
}
