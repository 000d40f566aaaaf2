/**
 * The command `preview`: one work order, read from both systems now. Changes nothing.
 */
import { previewWorkOrder } from '../../usecases/preview-work-order.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';
import type { OriginDetail } from '../show/invoice-lines.ts';
import { previewDocument } from '../show/preview-document.ts';
import { previewText } from '../show/preview-text.ts';

export interface PreviewOptions {
  readonly accountName: string | undefined;
  readonly origins: OriginDetail;
  readonly isAsking: boolean;
}

export async function preview(
  session: Session,
  workOrder: string,
  { accountName, origins, isAsking }: PreviewOptions,
): Promise<ExitCode> {
  const { parts, terminal, isJson } = session;
  const { store, named } = await chooseAccount(session, accountName);
  const seen = await previewWorkOrder(parts, store, workOrder, { askAsperion: isAsking });
  if (isJson) terminal.printJson({ account: named, ...previewDocument(seen) }, 'indented');
  else terminal.print(previewText(seen, origins, terminal.columns));
  return EXIT.done;
}
