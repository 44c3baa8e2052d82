// Handing in files: what is kept, what is refused and in which words, and how it is sent back.
import { buffer } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { get, post } from '../../kernel/endpoint.ts'
import {
  acceptOf,
  allFileKinds,
  type FileKind,
  fileKinds,
  kindWords,
  paperKinds,
} from '../../kernel/file-kind.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Instant } from '../../kernel/time.ts'
import { createApp } from '../app.ts'
import { type Context, contextFor } from '../context.ts'
import { sql } from '../db.ts'
import { mount } from '../http.ts'
import { writeXlsx } from '../sheets/index.ts'
import { cleanFileName } from './file-name.ts'
import { dropOrphanFiles, keepFile, sendFile } from './index.ts'

const database = useDatabase('empty')
const now = '2026-03-02T01:00:00.000Z' as Instant
let ctx: Context

beforeAll(() => {
  ctx = contextFor(database(), { id: null, name: '测试', postings: [] }, {}, { clock: () => now })
})

const bytesOf = (text: string) => Buffer.from(text, 'latin1')
const pdf = bytesOf('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const jpg = bytesOf('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00 picture \xff\xd9')
const webp = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')

const contentTypes = (part: string, type: string) =>
  strToU8(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Override PartName="/${part}" ContentType="${type}.main+xml"/></Types>`)
const docxTypes = contentTypes('word/document.xml', fileKinds.docx.mediaType)
const xlsxTypes = contentTypes('xl/workbook.xml', fileKinds.xlsx.mediaType)
const docx = zipSync({ '[Content_Types].xml': docxTypes, 'word/document.xml': strToU8('<w:document/>') })
const xlsx = zipSync({ '[Content_Types].xml': xlsxTypes, 'xl/workbook.xml': strToU8('<workbook/>') })

/** A compound file whose directory names a stream. */
const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ])

const honest: Record<FileKind, Uint8Array> = {
  ...{ pdf, jpg, png, webp, docx, xlsx },
  doc: compound('WordDocument'),
  xls: compound('Workbook'),
}

const refusal = async (name: string, bytes: Uint8Array, allowed: readonly FileKind[] = allFileKinds) => {
  const problem = await keepFile(ctx, { fileName: name, bytes }, allowed).then(
    () => null,
    (error: unknown) => error,
  )
  if (!(problem instanceof Problem)) throw new Error(`${name} was kept`)
  expect(problem.status).toBe(422)
  expect(problem.body.mend).toBeTruthy()
  return `${problem.body.code} ${problem.body.message}`
}

describe('A file', () => {
  it.each(allFileKinds)('of kind %s is told from its content, with or without an ending', async (kind) => {
    const named = await keepFile(
      ctx,
      { fileName: `章程.${kind.toUpperCase()}`, bytes: honest[kind] },
      allFileKinds,
    )
    expect(named).toMatchObject({ kind, fileName: `章程.${kind}`, byteSize: honest[kind].length })
    const bare = await keepFile(ctx, { fileName: '章程', bytes: honest[kind] }, [kind])
    expect(bare).toMatchObject({ kind, fileName: `章程.${kind}`, sha256: named.sha256 })
    expect(bare.id).not.toBe(named.id)
  })

  it('that our own register was exported to is told too, and the same bytes are stored once', async () => {
    const sheet = { name: '名册', columns: [{ title: '组织名称' }], rows: [['合唱队']] }
    const written = await buffer(writeXlsx([sheet]))
    const before = await contents()
    for (const name of ['一.xlsx', '二.xlsx'])
      expect((await keepFile(ctx, { fileName: name, bytes: written }, ['xlsx'])).kind).toBe('xlsx')
    expect(await contents()).toBe(before + 1)
  })

  it('of a kind that is not taken here is refused, and what is taken is said', async () => {
    expect(await refusal('照片.png', png, ['pdf', 'docx'])).toBe(
      'file.kind 文件“照片.png”是 PNG 图片，这里不收。',
    )
    expect(await refusal('章程.pdf', Buffer.alloc(0))).toContain('file.empty')
    expect(kindWords(paperKinds)).toBe('PDF、JPG 图片、PNG 图片或WebP 图片')
    expect(acceptOf(paperKinds)).toBe('.pdf,.jpg,.jpeg,.png,.webp')
  })
})

const contents = async () =>
  (await database().one<{ n: number }>(sql`select count(*)::int as n from file_content`)).n

describe('A file that pretends', () => {
  const html = bytesOf('<!DOCTYPE html><script>alert(1)</script>')
  const svg = bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  const exe = Buffer.concat([bytesOf('MZ\x90\x00\x03'), Buffer.alloc(200)])
  it.each([
    ['a web page named .pdf', '章程.pdf', html, '是一个网页'],
    [
      'a web page behind a byte order mark',
      '章程.docx',
      Buffer.concat([bytesOf('\xef\xbb\xbf'), html]),
      '是一个网页',
    ],
    ['an SVG named .png', '图.png', svg, '是一张 SVG 图'],
    ['a program named .jpg', '图.jpg', exe, '是一个程序'],
    ['plain text named .pdf', '章程.pdf', strToU8('第一条 本队名称'), '没有格式的文字'],
    ['a zip named .docx', '章程.docx', zipSync({ 'a.exe': exe }), '压缩包'],
    [
      'a zip that only claims to be Word',
      '章程.docx',
      zipSync({ '[Content_Types].xml': docxTypes }),
      'file.damaged',
    ],
    ['a picture named .pdf', '章程.pdf', png, 'file.lies'],
    ['a PDF named .html', '章程.html', pdf, 'file.lies'],
    ['a Word file named .exe', '章程.exe', docx, 'file.lies'],
    [
      'the beginning of a PDF before a web page',
      '章程.pdf',
      Buffer.concat([bytesOf('%PDF-1.4\n'), html]),
      'file.damaged',
    ],
    ['half of a picture', '图.png', png.subarray(0, 40), 'file.damaged'],
    ['half of a Word file', '章程.docx', docx.subarray(0, docx.length - 30), 'file.'],
    [
      'a Word file with macros',
      '章程.docx',
      zipSync({ '[Content_Types].xml': docxTypes, 'word/document.xml': html, 'word/vbaProject.bin': exe }),
      'file.macros',
    ],
    ['an old Word file with macros', '章程.doc', compound('WordDocument_VBA_PROJECT'), 'file.macros'],
    ['a compound file of something else', '安装.doc', compound('Property'), 'file.kind'],
  ])('%s is refused', async (_, name, bytes, words) => {
    expect(await refusal(name, bytes)).toContain(words)
  })

  it('and hidden in random bytes never does more than be refused or be kept as what it is', async () => {
    const start = fc.constantFrom(...Object.values(honest).map((bytes) => Buffer.from(bytes).subarray(0, 60)))
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
        const bytes = Buffer.concat([head, rest])
        const kept = await keepFile(ctx, { fileName: 'x', bytes }, allFileKinds).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Problem)
          return null
        })
        if (kept) expect((await sendFile(database(), kept.id)).content).toEqual(bytes)
      }),
      { numRuns: 60 },
    )
  })
})

describe('The name of a file', () => {
  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\文档\\章程.PDF', '章程.pdf'],
    ['章程\r\nSet-Cookie: a=b.pdf', '章程Set-Cookie_ a=b.pdf'],
    ['舞蹈队💃章程.pdf', '舞蹈队💃章程.pdf'],
    ['章程\u202Efdp.exe.pdf', '章程fdp.exe.pdf'],
    ['..', '文件.pdf'],
    ['', '文件.pdf'],
    ['章程.v2', '章程.v2.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(100)}.pdf`],
    ['a"b<c>.pdf', 'a_b_c_.pdf'],
  ])('%j is kept as %s', async (given, expected) => {
    expect(cleanFileName(given, ['pdf'])).toBe(expected)
    expect((await keepFile(ctx, { fileName: given, bytes: pdf }, ['pdf'])).fileName).toBe(expected)
  })

  it('is always one that the database takes and that cleaning leaves as it is', () => {
    const wild = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(wild, (given) => {
        const name = cleanFileName(given, ['jpg', 'jpeg'])
        expect(name).toMatch(/^[^/\\\p{Cc}]+\.jpe?g$/u)
        expect(cleanFileName(name, ['jpg', 'jpeg'])).toBe(name)
        expect(() => encodeURIComponent(name)).not.toThrow()
      }),
    )
  })
})

describe('Through the front door', () => {
  const table = {
    keep: post('/kept', { summary: 'Keeps', needs: 'public', upload: true }),
    send: get('/kept', { summary: 'Sends', needs: 'public', file: 'application/octet-stream' }),
  }
  let app: Awaited<ReturnType<typeof createApp>>
  let last = ''

  beforeAll(async () => {
    app = await createApp(database())
    const services = { database: database(), policy: {}, whoIsAsking: async () => ctx.who, clock: () => now }
    mount(app, services, table, {
      keep: async (ctx, { upload }) => {
        last = (await keepFile(ctx, upload, allFileKinds)).id
        return {} as never
      },
      send: (ctx) => sendFile(ctx.db, last),
    })
  })

  async function hand(name: string, bytes: Uint8Array) {
    const form = new FormData()
    form.append('file', new Blob([bytes as BlobPart]), name)
    const request = new Request('http://local/', { method: 'POST', body: form })
    const headers = { 'content-type': request.headers.get('content-type') ?? '' }
    const payload = Buffer.from(await request.arrayBuffer())
    return app.inject({ method: 'POST', url: '/api/kept', headers, payload })
  }

  it.each([
    ['png', 'inline', 'sandbox'],
    ['pdf', 'inline', "default-src 'none'"],
    ['docx', 'attachment', 'sandbox'],
  ] as const)('a kept %s comes back as it was, %s, and can run nothing', async (kind, how, csp) => {
    expect((await hand(`合唱队 章程.${kind}`, honest[kind])).statusCode).toBe(200)
    const { headers, rawPayload } = await app.inject('/api/kept')
    expect(rawPayload).toEqual(Buffer.from(honest[kind]))
    expect(headers['content-type']).toBe(fileKinds[kind].mediaType)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-disposition']).toBe(
      `${how}; filename*=UTF-8''${encodeURIComponent(`合唱队 章程.${kind}`)}`,
    )
    expect(headers['content-security-policy']).toContain(csp)
    expect(headers['content-security-policy']).not.toContain('script-src')
    expect(headers['cache-control']).toMatch(/^private/)
  })

  it('a refusal reaches the person in words', async () => {
    const reply = await hand('章程.pdf', bytesOf('<html></html>'))
    expect(reply.statusCode).toBe(422)
    expect(reply.json()).toMatchObject({ code: 'file.kind', mend: expect.stringContaining('这里收') })
  })

  it('what was never there is not found', async () => {
    last = '019893c1-0000-7000-8000-00000000000a'
    expect((await app.inject('/api/kept')).statusCode).toBe(404)
  })
})

describe('A file that nothing refers to', () => {
  beforeEach(async () => {
    await database().run(sql`drop table if exists paper`)
    await database().run(sql`create table paper (id int primary key, scan uuid references stored_file (id))`)
  })

  it('is dropped with its content after a day, and not before; one that is linked stays', async () => {
    const orphan = await keepFile(ctx, { fileName: 'a', bytes: bytesOf(`${pdf.toString('latin1')}a%%EOF`) }, [
      'pdf',
    ])
    const linked = await keepFile(ctx, { fileName: 'b', bytes: bytesOf(`${pdf.toString('latin1')}b%%EOF`) }, [
      'pdf',
    ])
    await database().run(sql`insert into paper values (1, ${linked.id})`)
    await dropOrphanFiles(database(), '2026-03-02T20:00:00.000Z' as Instant)
    expect((await sendFile(database(), orphan.id)).fileName).toBe('a.pdf')
    expect(await dropOrphanFiles(database(), '2026-03-03T01:00:01.000Z' as Instant)).toBeGreaterThan(0)
    await expect(sendFile(database(), orphan.id)).rejects.toThrow('没有找到')
    expect((await sendFile(database(), linked.id)).fileName).toBe('b.pdf')
    expect(await contents()).toBe(1)
  })
})
