import { posix } from 'node:path';
import { HearsayError } from '../../errors.ts';
import type { Claim } from '../../statement/source.ts';
import type { Budget, Member } from '../containers/member.ts';
import { unpackEntries } from '../containers/open-zip.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { type LaidOut, readLaidOut } from '../laid-out-text.ts';
import { linksOf, propertiesOf } from './package-claims.ts';
import { readSlide, type Slide } from './slide-paragraphs.ts';
import { walkXml } from './walk-xml.ts';

const MAIN = 'ppt/presentation.xml';
const CORE = 'docProps/core.xml';
const SLIDE = /^ppt\/slides\/[^/]+\.xml$/;
const BESIDE = /^ppt\/(?:notesSlides|comments)\/[^/]+\.xml$/;
const LINKS = /^ppt\/(?:[^/]+\/)?_rels\/[^/]+\.rels$/;
const EMBEDDED = /^ppt\/(?:embeddings|media)\/([^/]+)$/;
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** Whether the names of an archive's entries are those of a PowerPoint presentation. */
export function isPptx(names: readonly string[]): boolean {
  return names.includes(MAIN) && names.includes('[Content_Types].xml');
}

/**
 * A PowerPoint presentation (PPTX, PPTM): the slides in the order in which they are shown, each
 * with its notes and comments, which are labelled; slides that are not shown, or that the
 * presentation no longer names, too. Embedded files and pictures are members. No macro is run.
 */
export async function readPptx(
  bytes: Uint8Array,
  context: FormatContext,
  budget: Budget,
): Promise<{ reading: FormatReading; members: readonly Member[] }> {
  const wanted = (name: string) =>
    name === MAIN || name === CORE || [SLIDE, BESIDE, LINKS, EMBEDDED].some((part) => part.test(name));
  const parts = await unpackEntries(bytes, wanted, budget);
  const paths = slidePaths(parts);
  const slides = paths.map(({ path, named }) => slideOf(path, named, parts));
  const members = [...parts].flatMap(([name, content]) => {
    const own = EMBEDDED.exec(name)?.[1];
    return own === undefined ? [] : [{ name: own, bytes: content }];
  });
  const paragraphs = slides.flatMap((slide) => slide.paragraphs);
  if (paragraphs.length === 0 && members.length === 0) throw noText();
  const reading = readLaidOut(paragraphs, context);
  const claims = [
    ...reading.claims,
    ...propertiesOf(parts.get(CORE), 'pptx'),
    ...linksOf(parts, LINKS),
    ...slides.flatMap(hiddenClaim),
  ];
  return { reading: { ...reading, mediaType: MEDIA_TYPE, claims }, members };
}

function hiddenClaim({ shown }: Slide, index: number): Claim[] {
  return shown ? [] : [{ key: 'hidden slide', value: String(index + 1), span: null }];
}

/** Where the slides are, as shown; then those that are in the file and in no order. */
function slidePaths(parts: ReadonlyMap<string, Uint8Array>): { path: string; named: boolean }[] {
  const targets = targetsOf(MAIN, parts);
  const named: string[] = [];
  const main = parts.get(MAIN);
  if (main !== undefined)
    walkXml(main, {
      open: (name, attributes) => {
        const path = name === 'p:sldId' ? targets.get(attributes['r:id'] ?? '') : undefined;
        if (path !== undefined && parts.has(path) && !named.includes(path)) named.push(path);
      },
    });
  const others = [...parts.keys()].filter((path) => SLIDE.test(path) && !named.includes(path)).sort();
  return [...named.map((path) => ({ path, named: true })), ...others.map((path) => ({ path, named: false }))];
}

function slideOf(path: string, named: boolean, parts: ReadonlyMap<string, Uint8Array>): Slide {
  const own = readPart(parts.get(path));
  const shown = named && own.shown;
  const seen: LaidOut[] = own.paragraphs.map((paragraph) =>
    shown ? paragraph : { ...paragraph, hidden: paragraph.hidden ?? 'hidden-slide' },
  );
  const beside = [...new Set(targetsOf(path, parts).values())].filter((target) => BESIDE.test(target));
  const more = beside.flatMap(
    (target) => readPart(parts.get(target), target.includes('/comments/') ? 'comment' : 'note').paragraphs,
  );
  return { shown, paragraphs: [...seen, ...more] };
}

function readPart(xml: Uint8Array | undefined, hidden?: 'comment' | 'note'): Slide {
  return xml === undefined ? { shown: true, paragraphs: [] } : readSlide(xml, hidden);
}

/** What a part's relationships point to within the file, by their id. */
function targetsOf(path: string, parts: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const targets = new Map<string, string>();
  const links = parts.get(path.replace(/[^/]+$/, '_rels/$&.rels'));
  if (links !== undefined)
    walkXml(links, {
      open: (name, { Id, Target, TargetMode }) => {
        if (name !== 'Relationship' || TargetMode === 'External') return;
        const target = Target?.startsWith('/') ? Target : posix.join('/', posix.dirname(path), Target ?? '');
        targets.set(Id ?? '', target.slice(1));
      },
    });
  return targets;
}

function noText(): HearsayError {
  return new HearsayError(
    'intake/no-text',
    'The presentation holds no text. It may hold only drawings: print it as PDF and have its text recognised (OCR).',
  );
}
