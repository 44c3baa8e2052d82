// A Word document holds what it was given, in the form of an office.
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { makeWord } from './index.ts'

it('A Word document has its title, chapters, paragraphs with their line breaks and tables, on A4', async () => {
  const bytes = await makeWord({
    title: '示例章程',
    blocks: [
      { title: '示例合唱队章程' },
      { heading: '第一章 总则' },
      { text: '第一条 <名称> & 𠮷\n第二行' },
      { text: '签字：', align: 'right' },
      { lines: 2 },
      {
        table: [
          ['事项', '结果'],
          ['应到', '12 人'],
        ],
        widths: [40, 60],
      },
    ],
  })
  const parts = unzipSync(bytes)
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const words = [...text.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, word]) => word)
  expect(words).toEqual([
    ...['示例合唱队章程', '第一章 总则', '第一条 &lt;名称&gt; &amp; 𠮷', '第二行', '签字：'],
    ...['事项', '结果', '应到', '12 人'],
  ])
  expect(text).toContain('w:w="11906" w:h="16838"')
  expect(text.match(/<w:br\/>/g)).toHaveLength(1)
  expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('w:eastAsia="宋体"')
  expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain('示例章程')
})
