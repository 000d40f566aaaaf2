// A real, if plain, PDF of a work order: one page of text. Written by hand, since a dependency for a dozen lines of
// text would be out of proportion.

const lineHeight = 18;
const linesMax = 40;

/** The bytes of a one-page PDF with these lines; what does not fit on the page is left out. */
export function textPdf(lines: readonly string[]): Buffer {
  const shown = lines.slice(0, linesMax).map((line) => `(${pdfText(line)}) Tj T*`);
  const content = `BT /F1 11 Tf ${lineHeight} TL 50 790 Td\n${shown.join('\n')}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, body] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}

/** One character stays one byte, so that lengths in characters are lengths in bytes. */
function pdfText(line: string): string {
  return line
    .replaceAll('€', '\x80')
    .replace(/[\n\r]+/g, ' ')
    .replace(/[^\x20-\x7e\x80\xa0-\xff]/gu, '?')
    .replace(/[\\()]/g, '\\$&');
}
