/**
 * The form of a new account: with a new company, or by an invitation whose address is fixed.
 */
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { useTexts } from '../../texts/language.ts';
import { signInTexts } from '../../texts/sign-in-texts.ts';
import { isEmail, PASSWORD_CHARACTERS_MIN } from './email.ts';

interface Props {
  readonly invitation: { readonly invitationId: string; readonly email: string } | null;
  readonly onDone: () => Promise<void>;
}

export function RegistrationForm({ invitation, onDone }: Props) {
  const texts = useTexts(signInTexts);
  const register = useAct('POST /api/registration');
  const form = useForm({
    initialValues: { name: '', companyName: '', email: invitation?.email ?? '', password: '' },
    validate: {
      name: (name) => (name.trim() === '' ? texts.nameNeeded : null),
      companyName: (name) => (invitation === null && name.trim() === '' ? texts.companyNeeded : null),
      email: (email) => (isEmail(email) ? null : texts.emailNeeded),
      password: (password) => (password.length < PASSWORD_CHARACTERS_MIN ? texts.passwordShort : null),
    },
  });
  const send = form.onSubmit(({ name, companyName, email, password }) =>
    register.mutate(
      {
        body: {
          name,
          email,
          password,
          companyName: invitation === null ? companyName : null,
          invitationId: invitation?.invitationId ?? null,
        },
      },
      { onSuccess: () => void onDone() },
    ),
  );
  return (
    <form noValidate onSubmit={send}>
      <Stack>
        <Failure error={register.error} />
        <TextInput label={texts.name} autoComplete="name" {...form.getInputProps('name')} />
        {invitation === null && (
          <TextInput label={texts.companyName} autoComplete="organization" {...form.getInputProps('companyName')} />
        )}
        <TextInput
          type="email"
          label={texts.email}
          autoComplete="username"
          readOnly={invitation !== null}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={texts.password}
          description={texts.passwordHint}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={register.isPending}>
          {texts.register}
        </Button>
      </Stack>
    </form>
  );
}
