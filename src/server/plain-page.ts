/**
 * The smallest page: a title and a few sentences, escaped. For answers outside of the page proper.
 */
const STYLE =
  'body{font:16px/1.5 "Hanken Grotesk","Segoe UI",system-ui,sans-serif;color:#1c2430;background:#fff;margin:0;display:grid;min-height:100vh;place-items:center}' +
  'main{max-width:34rem;padding:22px 16px}h1{font-size:28px;font-weight:600;margin:0 0 8px}p{margin:8px 0;color:#4a5565}';

export function plainPage(title: string, sentences: readonly string[]): string {
  const paragraphs = sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('');
  return (
    `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main><h1>${escaped(title)}</h1>${paragraphs}</main></body></html>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
