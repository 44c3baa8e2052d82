// A charter as Word and as PDF, opened again.
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { useCharters } from '../../../../test/charters.ts'
import { chartersApi } from '../charters-api.ts'

const { people, newOrganization, start, complete, vote } = useCharters()

describe('On paper', () => {
  it('Word has every article of the text and the record of the vote', async () => {
    const { body } = await vote(await complete(await newOrganization()))
    const word = await people.officer.call(chartersApi.word, { params: { id: body.id } })
    const parts = unzipSync(word.raw)
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const text = xml.replace(/<[^>]+>/g, '')
    for (const { number, articles } of body.chapters ?? []) {
      expect(text).toContain(number)
      for (const { paragraphs } of articles) for (const words of paragraphs) expect(text).toContain(words)
    }
    expect(text).toContain('赞成 26 票，反对 1 票，弃权 1 票')
    expect(String(word.headers['content-disposition'])).toContain(encodeURIComponent('合唱队章程.docx'))
  })

  it('PDF is a PDF of A4 with its font inside, and says when it is only a draft', async () => {
    const draft = await start(await newOrganization())
    const pdf = await people.officer.call(chartersApi.pdf, { params: { id: draft.id } })
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.raw.toString('latin1')).toMatch(/FontFile/)
    expect(pdf.raw.toString('latin1')).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/)
    const word = await people.officer.call(chartersApi.word, { params: { id: draft.id } })
    expect(strFromU8(unzipSync(word.raw)['word/document.xml'] ?? new Uint8Array())).toContain('（草稿）')
  })
})
