/**
 * Debtors become relations (I2). A blocked debtor becomes an inactive relation; one that is gone is reported, never deleted.
 */
import { relationFromDebtor } from '../mapping/relation-from-debtor.ts';
import type { RelationRecord } from '../model/field-service.ts';
import { RecordImporter } from './record-importer.ts';
import type { RunContext } from './run-context.ts';

/** Imports all debtors of the administration. Faults of both systems end it; what was written stays written. */
export async function importDebtors(context: RunContext): Promise<void> {
  const { books, fieldService, meter } = context;
  await meter.enter('debtors');
  const importer = new RecordImporter<RelationRecord>(context, {
    linkKind: 'relation',
    countName: 'relations',
    keyOf: (record) => record.debtorNumber,
    write: (records) => fieldService.writeRelations(records),
  });
  try {
    for await (const page of books.readDebtors()) {
      await importer.add(
        page.map((debtor) => ({
          sourceId: debtor.id,
          code: debtor.customerNumber,
          name: debtor.name,
          mapped: relationFromDebtor(debtor),
        })),
      );
    }
    await importer.report(await importer.finish(), 'gone');
  } finally {
    await importer.abandon();
  }
}
