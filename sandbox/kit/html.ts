// Pages of a sandbox without a build: a template that escapes everything, and one small stylesheet.
// It knows nothing of what is shown.

/** Markup that may be put into a page as it is. Only `html` and `page` make it. */
export class SafeHtml {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The text as it must be written in an element or a quoted attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/**
 * Template tag: values are escaped, except other `html` results. Lists are joined; null, undefined and booleans
 * leave nothing, so that `${isOpen && html`...`}` works.
 */
export function html(parts: TemplateStringsArray, ...values: unknown[]): SafeHtml {
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) text += rendered(value) + (parts[index + 1] ?? '');
  return new SafeHtml(text);
}

function rendered(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (value instanceof SafeHtml) return value.toString();
  if (Array.isArray(value)) return value.map(rendered).join('');
  return escapeHtml(String(value));
}

const stylesheet = new SafeHtml(`
:root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--line:#d9dee5;--paper:#fff;--ground:#f4f6f8;--accent:#1f5fbf;--good:#1d7a46;--warn:#96600a;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--ink:#e7ebf0;--soft:#a3adba;--line:#38414d;--paper:#1d232b;--ground:#14181e;--accent:#83b1f5;--good:#6cc993;--warn:#e0b15c;--bad:#f08c85}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
header.top{background:var(--paper);border-bottom:1px solid var(--line);padding:10px 16px;display:flex;gap:4px 18px;flex-wrap:wrap;align-items:baseline}
header.top strong{font-size:16px}
main{max-width:1120px;margin:0 auto;padding:16px}
h1{font-size:22px;margin:8px 0 14px}h2{font-size:17px;margin:22px 0 8px}.card>h2:first-child{margin-top:0}
a{color:var(--accent)}
.soft{color:var(--soft)}
.card{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:14px;margin:0 0 14px}
.scroll{overflow-x:auto;background:var(--paper);border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:7px 10px;border-bottom:1px solid var(--line);vertical-align:top}
th{font-size:13px;color:var(--soft);font-weight:600;white-space:nowrap}
tr:last-child td{border-bottom:0}
.tight{white-space:nowrap}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.badge{display:inline-block;padding:1px 8px;border-radius:10px;border:1px solid currentColor;font-size:13px;white-space:nowrap}
.badge.good{color:var(--good)}.badge.warn{color:var(--warn)}.badge.bad{color:var(--bad)}.badge.plain{color:var(--soft)}
.notice{border-left:4px solid var(--accent);padding:8px 12px;background:var(--paper);margin:0 0 14px}
.notice.bad{border-color:var(--bad)}.notice.good{border-color:var(--good)}
form.row{display:flex;gap:10px;flex-wrap:wrap;align-items:end;margin:0 0 14px}
label{display:block;font-size:13px;color:var(--soft)}
input,select,button,textarea{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:7px 10px;max-width:100%}
button{background:var(--accent);color:var(--paper);border-color:var(--accent);cursor:pointer}
button.quiet{background:transparent;color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:1px}
dl{display:grid;grid-template-columns:minmax(120px,200px) 1fr;gap:4px 14px;margin:0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}
nav.pages{display:flex;gap:14px;margin:12px 0;flex-wrap:wrap}
@media(max-width:640px){.wide{display:none}.badge{white-space:normal}label select,label input:not([type=checkbox]){width:100%}main{padding:10px}th,td{padding:6px 8px}dl{grid-template-columns:1fr}dt{margin-top:6px}form.row>*{flex:1 1 100%}}
`);

/** A whole Dutch page as text, ready to send as text/html. `top` is what stands in the bar above it. */
export function page(title: string, body: SafeHtml, top: SafeHtml = html``): string {
  return html`<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${stylesheet}</style></head>
<body><header class="top">${top}</header><main><h1>${title}</h1>${body}</main></body></html>
`.toString();
}
