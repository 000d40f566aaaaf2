/**
 * The door: e-mail and password, and the second step for who has one. In sandbox mode also the accounts of the demo company.
 */
import { Anchor, Button, Divider, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { useInstallation } from '../../frame/support.tsx';
import { useForgetAll } from '../../session.ts';
import { frameTexts } from '../../texts/frame-texts.ts';
import { useTexts } from '../../texts/language.ts';
import { signInTexts } from '../../texts/sign-in-texts.ts';
import { isEmail } from './email.ts';
import { SecondStep } from './second-step.tsx';

/** Goes where the person wanted to be before the door. */
function useEnter(): () => Promise<void> {
  const { naar } = useSearch({ from: '/plain/aanmelden' });
  const navigate = useNavigate();
  const forgetAll = useForgetAll();
  return async () => {
    await forgetAll();
    await navigate({ href: naar ?? '/' });
  };
}

export function SignInScreen() {
  const texts = useTexts(signInTexts);
  usePageTitle(texts.signInTitle);
  const installation = useInstallation();
  const [isSecondStep, askSecondStep] = useState(false);
  const enter = useEnter();
  const signIn = useAct('POST /api/session');
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (isEmail(email) ? null : texts.emailNeeded),
      password: (password) => (password === '' ? texts.passwordNeeded : null),
    },
  });
  const start = (body: { email: string; password: string }) =>
    signIn.mutate(
      { body },
      { onSuccess: ({ isSecondStepNeeded }) => (isSecondStepNeeded ? askSecondStep(true) : void enter()) },
    );
  if (isSecondStep) return <SecondStep onDone={enter} />;
  return (
    <Stack gap="lg">
      <form noValidate onSubmit={form.onSubmit(start)}>
        <Stack>
          <Title order={1} size="h2">
            {texts.signInTitle}
          </Title>
          <Failure error={signIn.error} />
          <TextInput type="email" label={texts.email} autoComplete="username" {...form.getInputProps('email')} />
          <PasswordInput label={texts.password} autoComplete="current-password" {...form.getInputProps('password')} />
          <Button type="submit" size="md" loading={signIn.isPending}>
            {texts.signIn}
          </Button>
          <Group justify="space-between">
            <Anchor component={Link} to="/wachtwoord-vergeten" size="sm">
              {texts.forgotten}
            </Anchor>
            {installation?.isSignUpOpen && (
              <Text size="sm">
                {texts.noAccount}{' '}
                <Anchor component={Link} to="/registreren" size="sm">
                  {texts.registerCompany}
                </Anchor>
              </Text>
            )}
          </Group>
        </Stack>
      </form>
      <DemoAccounts accounts={installation?.demoAccounts ?? []} isBusy={signIn.isPending} onChoose={start} />
    </Stack>
  );
}

function DemoAccounts({
  accounts,
  isBusy,
  onChoose,
}: {
  readonly accounts: readonly { readonly email: string; readonly password: string; readonly role: string }[];
  readonly isBusy: boolean;
  readonly onChoose: (account: { email: string; password: string }) => void;
}) {
  const texts = useTexts(signInTexts);
  const { roles, operator } = useTexts(frameTexts);
  if (accounts.length === 0) return null;
  return (
    <Stack gap="xs">
      <Divider />
      <Title order={2} size="h4">
        {texts.demoTitle}
      </Title>
      <Text size="sm" c="dimmed">
        {texts.demoText}
      </Text>
      {accounts.map(({ email, password, role }) => (
        <Button
          key={email}
          variant="default"
          justify="space-between"
          disabled={isBusy}
          rightSection={
            <Text span size="sm" c="dimmed">
              {email}
            </Text>
          }
          onClick={() => onChoose({ email, password })}
        >
          {role in roles ? roles[role as keyof typeof roles] : operator}
        </Button>
      ))}
    </Stack>
  );
}
