export function ConnectorsScreen() {
  return null;
}
