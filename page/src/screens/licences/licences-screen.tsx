export function LicencesScreen() {
  return null;
}
