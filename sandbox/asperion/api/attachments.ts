// Keeps a document that was sent along with an invoice and answers what the service says about it. Must not know what
// kind of invoice it belongs to.
import { extname } from 'node:path';
import { wireMoment } from '../books/dates.ts';
import type { StoredFile } from '../books/records.ts';
import { answeredBy, type Call } from './call.ts';
import type { Upload, WriteMode } from './resource.ts';

/** Stores the document under its owner, e.g. "drafts:5031"; several may have one owner. */
export function attachFile(call: Call, owner: string, upload: Upload, { validateOnly }: WriteMode): object {
  const file: StoredFile = {
    id: validateOnly ? '' : String(call.store.next('files')),
    owner,
    name: upload.name,
    type: upload.type,
    size: upload.content.length,
    createdOn: wireMoment(call.clock.now()),
    contentBase64: upload.content.toString('base64'),
  };
  if (!validateOnly) call.books.files.put(file);
  const { id, name, type, size, createdOn } = file;
  const fileUrl = `${call.linkBase}/administraties/${call.books.administration.id}/bijlagen/${id}`;
  return {
    id,
    name,
    type,
    extension: extname(name),
    size,
    createdOn,
    fileUrl,
    fullImageUrl: null,
    thumbnail1Url: null,
    thumbnail2Url: null,
    thumbnail3Url: null,
    _meta: answeredBy(call),
  };
}
