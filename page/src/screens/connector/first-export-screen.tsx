export function FirstExportScreen() {
  return null;
}
