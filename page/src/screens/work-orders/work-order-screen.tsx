export function WorkOrderScreen() {
  return null;
}
