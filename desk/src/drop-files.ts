import { client } from './client.ts';

/** A file with the folders that it stood in. */
interface Dropped {
  readonly path: string;
  readonly file: File;
}

/** The files of a drop, folders walked; must be called before the drop's event ends. */
export async function filesOf(transfer: DataTransfer): Promise<Dropped[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = [...transfer.files].map((file) => ({ path: file.name, file }));
  // A drop that holds files without entries holds no folders.
  return entries.length === 0 ? files : (await Promise.all(entries.map(walk))).flat();
}

async function walk(entry: FileSystemEntry): Promise<Dropped[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry))
    return [{ path, file: await new Promise<File>((found, failed) => entry.file(found, failed)) }];
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map(walk))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** A folder gives its entries a hundred at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((found, failed) => reader.readEntries(found, failed));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** Hands files over, one after another, and has them read. */
export async function readDropped(files: readonly Dropped[]): Promise<void> {
  for (const { path, file } of files) await client.drop(path, file);
  if (files.length > 0) await client.readDropped();
}
