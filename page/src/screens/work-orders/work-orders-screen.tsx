export function WorkOrdersScreen() {
  return null;
}
