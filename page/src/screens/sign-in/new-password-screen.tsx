/**
 * Choosing a new password with the link of the mail.
 */
import { Anchor, Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useParams } from '@tanstack/react-router';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { useTexts } from '../../texts/language.ts';
import { signInTexts } from '../../texts/sign-in-texts.ts';
import { PASSWORD_CHARACTERS_MIN } from './email.ts';

export function NewPasswordScreen() {
  const texts = useTexts(signInTexts);
  usePageTitle(texts.newTitle);
  const { code } = useParams({ from: '/plain/nieuw-wachtwoord/$code' });
  const choose = useAct('POST /api/password-reset/:token');
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: (password) => (password.length < PASSWORD_CHARACTERS_MIN ? texts.passwordShort : null),
    },
  });
  return (
    <Stack>
      <Title order={1} size="h2">
        {texts.newTitle}
      </Title>
      {!choose.isSuccess && (
        <form noValidate onSubmit={form.onSubmit((body) => choose.mutate({ params: { token: code }, body }))}>
          <Stack>
            <Failure error={choose.error} />
            <PasswordInput
              label={texts.newPassword}
              description={texts.passwordHint}
              autoComplete="new-password"
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={choose.isPending}>
              {texts.newSave}
            </Button>
          </Stack>
        </form>
      )}
      <div role="status">{choose.isSuccess && <Text>{texts.newDone}</Text>}</div>
      <Anchor component={Link} to="/aanmelden" size="sm">
        {texts.back}
      </Anchor>
    </Stack>
  );
}
