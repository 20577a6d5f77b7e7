/** A picture within a PDF: its dictionary's entries, and its bytes as packed. */
export interface PackedPicture {
  readonly entries: string;
  readonly bytes: Uint8Array;
}

/**
 * A PDF of one page a content stream, made by hand so that it can hide what it says. Pictures are
 * drawn by `/P0 Do`, `/P1 Do`; `turn` turns every page by so many degrees.
 */
export function packPdf(
  pages: readonly string[],
  info = '',
  pictures: readonly PackedPicture[] = [],
  turn = 0,
): Buffer {
  const first = 4 + 2 * pages.length;
  const drawn = pictures.map((_, index) => `/P${index} ${first + index} 0 R`).join(' ');
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (const [index, page] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate ${turn} /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F 3 0 R >> /XObject << ${drawn} >> >> >>`,
      `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    );
  }
  for (const { entries, bytes } of pictures)
    objects.push(
      `<< /Type /XObject /Subtype /Image ${entries} /Length ${bytes.length} >>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`,
    );
  objects.push(`<< ${info} >>`);
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** One line of text at a place, points from the bottom left. */
export function line(x: number, y: number, text: string, size = 12): string {
  return `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET`;
}
