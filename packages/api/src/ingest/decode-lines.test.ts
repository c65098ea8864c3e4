import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLines } from './decode-lines.js';
import { ImportError } from './import-error.js';

async function decoded(bytes: Uint8Array, name: string, size: number, markBytes = 0) {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
  }
  const blocks = [];
  for await (const block of decodeLines(chunks(), { name, markBytes }, 'f.csv')) blocks.push(block);
  return { text: blocks.map(({ text }) => text).join(''), invalid: new Map(blocks.flatMap((b) => [...b.invalid])) };
}

describe('decodeLines', () => {
  it('gives the text back whatever the chunks', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '\n', '\r\n', 'é', '€', '😀', '\u010a', '\u0a0a'),
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (written, size) => {
        expect(await decoded(Buffer.from(written), 'utf-8', size)).toEqual({ text: written, invalid: new Map() });
        const wide = Buffer.from(written, 'utf16le');
        expect((await decoded(wide, 'utf-16le', size)).text).toBe(written);
        expect((await decoded(Buffer.from(wide).swap16(), 'utf-16be', size)).text).toBe(written);
      }),
    );
  });

  it('names line, offset and byte of what is not UTF-8, and leaves the other lines alone', async () => {
    const bytes = Buffer.from('id,city\n1,S\xe3o Paulo\n2,Santos\n3,\xef!\n', 'latin1');
    const { text, invalid } = await decoded(bytes, 'utf-8', 5);
    expect(invalid).toEqual(
      new Map([
        [2, { offset: 11, byte: 0xe3 }],
        [4, { offset: 31, byte: 0xef }],
      ]),
    );
    expect(text.split('\n')[2]).toBe('2,Santos');
    expect((await decoded(bytes, 'windows-1252', 5)).text).toContain('São Paulo');
  });

  it('drops the byte order mark and keeps counting offsets in the file', async () => {
    const { text, invalid } = await decoded(Buffer.from('\xef\xbb\xbfa\n\xe3\n', 'latin1'), 'utf-8', 64, 3);
    expect(text.startsWith('a\n')).toBe(true);
    expect(invalid).toEqual(new Map([[2, { offset: 5, byte: 0xe3 }]]));
  });

  it('refuses a line without end', async () => {
    const endless = Buffer.alloc(5 * 1024 * 1024, 'x');
    await expect(decoded(endless, 'utf-8', 1 << 18)).rejects.toThrow(ImportError);
  });
});
