import { describe, expect, test } from 'vitest';
import { html, page } from './html.ts';

describe('pages of a sandbox', () => {
  test('escape every value, in text and in attributes', () => {
    const name = `<b>"Blom" & 'zoon'</b>`;
    expect(String(html`<p title="${name}">${name}</p>`)).toBe(
      '<p title="&lt;b&gt;&quot;Blom&quot; &amp; &#39;zoon&#39;&lt;/b&gt;">&lt;b&gt;&quot;Blom&quot; &amp; &#39;zoon&#39;&lt;/b&gt;</p>',
    );
  });

  test('take other templates as they are, join lists and leave out what is absent', () => {
    const rows = ['a', '<'].map((text) => html`<li>${text}</li>`);
    expect(String(html`<ul>${rows}${null}${undefined}${false}${0}</ul>`)).toBe('<ul><li>a</li><li>&lt;</li>0</ul>');
  });

  test('are Dutch, fit a telephone and escape their title', () => {
    const text = page('Bakkerij <Blom>', html`<p>Hallo</p>`);
    expect(text).toContain('<html lang="nl">');
    expect(text).toContain('width=device-width');
    expect(text).toContain('<title>Bakkerij &lt;Blom&gt;</title>');
    expect(text).not.toContain('<Blom>');
  });
});
