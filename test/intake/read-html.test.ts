import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMenu, isPromotion } from '../../src/intake/html/choose-main.ts';
import { htmlText } from '../../src/intake/html/html-text.ts';
import { readHtml } from '../../src/intake/read-html.ts';

const CONTEXT = { sourceId: 'src_test', file: 'page.html' };

/** Each passage as `kind | body`. */
function linesOf(html: string): string[] {
  const reading = readHtml(html, CONTEXT);
  return [...reading.passages].map(
    ({ kind, body }) => `${kind} | ${reading.text.slice(body.start, body.end)}`,
  );
}

const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Nine boats lost - Harbour Post</title><style>p{}</style></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav>
<h1>Nine boats lost off Lowmouth</h1>
<p class="byline">By Ana Rell | Harbour Post | 6 May 2021, 07:10</p>
<p>LOWMOUTH &mdash; Nine boats were lost, the harbour master said.<br>Two were found.</p>
<div class="ad">ADVERTISEMENT &mdash; Boots, 40% off</div>
<blockquote>&ldquo;We saw <b>nothing</b>,&rdquo; he said.</blockquote>
<ul><li>four crew</li><li>two dogs</li></ul>
<figure><img src="x.jpg"><figcaption>The quay on Tuesday</figcaption></figure>
<p><a href="/x">READ MORE: Olive prices fall</a></p>
<footer>&copy; Harbour Post 2021. Terms.</footer><script>alert('x')</script></body></html>`;

describe('a small article', () => {
  test('main text is kept in order, the rest is set aside', () => {
    expect(linesOf(PAGE)).toEqual([
      'boilerplate | Home World',
      'heading | Nine boats lost off Lowmouth',
      'header | By Ana Rell | Harbour Post | 6 May 2021, 07:10',
      'paragraph | LOWMOUTH — Nine boats were lost, the harbour master said.\nTwo were found.',
      'boilerplate | ADVERTISEMENT — Boots, 40% off',
      'paragraph | “We saw nothing,” he said.',
      'paragraph | four crew',
      'paragraph | two dogs',
      'paragraph | The quay on Tuesday',
      'boilerplate | READ MORE: Olive prices fall',
      'boilerplate | © Harbour Post 2021. Terms.',
    ]);
  });

  test('it says what it is, who publishes it and when', () => {
    const reading = readHtml(PAGE, CONTEXT);
    expect(reading).toMatchObject({
      kind: 'article',
      title: 'Nine boats lost off Lowmouth',
      publisher: 'Harbour Post',
      date: '2021-05-06',
      language: 'en',
    });
    expect(reading.sections[0]?.time).toMatchObject({ from: '2021-05-06', clock: '07:10' });
    expect(reading.claims.map(({ key }) => key)).toEqual(['title', 'byline']);
  });
});

describe('who publishes, and when', () => {
  const body =
    '<h1>Nine boats lost</h1><p>Nine boats were lost off Lowmouth on Monday, the Tidal Times has learned.</p>';
  test.each([
    [
      `<meta property="og:site_name" content="Tidal Times"><title>Nine boats lost</title>${body}`,
      'Tidal Times',
    ],
    [`<title>Tidal Times | Nine boats lost</title>${body}`, 'Tidal Times'],
    [`<title>Nine boats lost &#8211; Tidal Times</title>${body}`, 'Tidal Times'],
    [
      `<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Tidal Times"}}</script>${body}`,
      'Tidal Times',
    ],
    [`<body>${body}<footer>&copy; 2021 Tidal Times. All rights reserved.</footer>`, 'Tidal Times'],
    [`<body><div class="top">Tidal Times | News | Weather | Log in</div>${body}`, 'Tidal Times'],
    [`<title>Nine boats lost</title>${body}`, null],
  ])('%j is published by %s', (html, publisher) => {
    expect(readHtml(html, CONTEXT).publisher).toBe(publisher);
  });

  test.each([
    [
      '<meta property="article:published_time" content="2021-05-06T07:10:00Z"><h1>A</h1><p>Text here.</p>',
      '2021-05-06',
    ],
    ['<h1>A</h1><time datetime="2021-05-06">Thursday</time><p>Text here.</p>', '2021-05-06'],
    ['<h1>A</h1><p>6 May 2021. An explosion shook the town.</p>', '2021-05-06'],
    ['<h1>A</h1><p>LOWMOUTH, 6 May 2021. An explosion shook the town.</p>', '2021-05-06'],
    ['<h1>A</h1><p>An explosion shook the town on 6 May 2021.</p>', null],
  ])('%j is of %s', (html, date) => {
    expect(readHtml(html, CONTEXT).date).toBe(date);
  });
});

describe('what is set aside', () => {
  test.each([
    ['READ MORE: Olive prices fall', true],
    ['DEVAMINI OKU / READ MORE: x', true],
    ['[Advertisement: solar pumps]', true],
    ['Publicidad', true],
    ['اقرأ أيضا: أسعار الزيت', true],
    ['Advertisement revenue fell by a tenth.', false],
    ['Related to the minister by marriage, he denied it.', false],
    ['Read more than four letters before you answer, she said.', false],
  ])('%j is a promotion: %s', (text, expected) => {
    expect(isPromotion(text)).toBe(expected);
  });

  test.each([
    ['PORT | SHIPS | TIDES | LOG IN', true],
    ['Four came | two left', false],
    [
      'He said yes | she said that no one had ever asked her about it before | they agreed to meet on Monday.',
      false,
    ],
  ])('%j is a menu: %s', (text, expected) => {
    expect(isMenu(text)).toBe(expected);
  });

  test('an article among cards of others is the text, the cards are not', () => {
    const card = '<div class="card"><h3>Other story</h3><p>A short line about another matter.</p></div>';
    const article = `<article><h1>Main</h1>${'<p>The harbour master said that nine boats had been lost in the night.</p>'.repeat(4)}</article>`;
    expect(
      linesOf(`<body>${card}${article}${card}</body>`).filter((line) => line.startsWith('paragraph')),
    ).toHaveLength(4);
  });

  test('a page whose every element is called an aside still has its text', () => {
    const html = `<body class="x"><div class="widget"><h1>Main</h1>${'<p>The harbour master said that nine boats had been lost.</p>'.repeat(9)}</div></body>`;
    expect(linesOf(html).filter((line) => line.startsWith('paragraph'))).toHaveLength(9);
  });

  test('a page without text says so', () => {
    expect(
      readHtml('<html><body><script>draw()</script></body></html>', CONTEXT).doubts.map(({ code }) => code),
    ).toEqual(['intake/no-main-text']);
  });
});

describe('tables', () => {
  const HTML =
    '<h1>Count</h1><p>The desks sent their sheets in the night.</p><table><tr><th>Post</th><th>Rescued</th></tr><tr><td>East</td><td>4</td></tr><tr><td>West</td><td>5</td></tr><tr><td>Total</td><td>9</td></tr></table><p>More came later on.</p>';

  test('rows are passages with cells in a section of their own', () => {
    const reading = readHtml(HTML, CONTEXT);
    const passages = [...reading.passages];
    expect(passages.map(({ kind, section }) => `${section} ${kind}`)).toEqual([
      '0 heading',
      '0 paragraph',
      '1 header',
      '1 row',
      '1 row',
      '1 row',
      '0 paragraph',
    ]);
    expect(passages[3]?.cells?.map((cell) => reading.text.slice(cell.start, cell.end))).toEqual([
      'East',
      '4',
    ]);
    const table = reading.sections[1]?.table;
    expect(table).toMatchObject({ rows: 3, totals: [2] });
    expect(
      table?.columns.map(({ header, span }) => span && reading.text.slice(span.start, span.end) === header),
    ).toEqual([true, true]);
  });

  test('a table that only lays out the page is no table', () => {
    const long = 'The harbour master said that nine boats had been lost in the night. '.repeat(6);
    expect(
      linesOf(`<table><tr><td><h1>Main</h1><p>${long}</p></td><td><p>${long}</p></td></tr></table>`).map(
        (line) => line.split(' ')[0],
      ),
    ).toEqual(['heading', 'paragraph', 'paragraph']);
  });
});

describe('bad pages', () => {
  test('100,000 nested elements are read in linear time', () => {
    const depth = 100_000;
    for (const tag of ['div', 'b', 'table><tr><td', 'ul><li', 'blockquote', 'p']) {
      const html = `<${tag}>`.repeat(depth / tag.split('>').length);
      expect(readHtml(`${html}words at the bottom`, CONTEXT).text).toContain('words at the bottom');
    }
  });

  test('hidden text, scripts and templates are not read', () => {
    expect(
      htmlText(
        '<p>a</p><p hidden>b</p><div style="display:none">c</div><template>d</template><script>e</script><noscript>f</noscript>',
      ),
    ).toBe('a\n');
  });

  test('entities are decoded and white space is one space', () => {
    expect(htmlText('<p>a &amp;\n  b&nbsp;c &#1571; &lt;i&gt;</p>')).toBe('a & b\u00a0c أ <i>\n');
  });

  test('any markup: passages do not overlap and cover all', () => {
    const pieces = [
      '<p>',
      '</p>',
      '<div class="ad">',
      '</div>',
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</table>',
      '<b>',
      '</b>',
      '<li>',
      '<br>',
      'word ',
      'a | b | c',
      '<h1>',
      '</h1>',
      '<nav>',
      '</nav>',
      '&amp;',
      '<',
      '<a href=x>',
      '</a>',
      '<pre>',
      '\n',
      '\t',
      'READ MORE: x',
      '</pre>',
      '<article>',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const reading = readHtml(parts.join(''), CONTEXT);
        let last = 0;
        for (const { span, section } of reading.passages) {
          expect(reading.text.slice(last, span.start).trim()).toBe('');
          const holder = reading.sections[section]?.span;
          expect(holder !== undefined && holder.start <= span.start && span.end <= holder.end).toBe(true);
          last = span.end;
        }
        expect(reading.text.slice(last).trim()).toBe('');
      }),
      { numRuns: 400 },
    );
  });
});
