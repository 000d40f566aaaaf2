export function ForgottenPasswordScreen() {
  return null;
}
