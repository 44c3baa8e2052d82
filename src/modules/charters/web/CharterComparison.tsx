// Two versions beside each other, article by article, with changed words marked; one below the other on a phone.
import { type ReactNode, useState } from 'react'
import { ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Article, Charter } from '../charter.ts'
import { type ComparedArticle, compareCharters } from '../compare.ts'
import { changedWords, type Piece } from './changed-words.ts'
import { useCharter } from './charter-queries.ts'
import { versionName } from './charter-words.ts'

const shownChoices = [
  { value: 'changed', label: '只看有改动的' },
  { value: 'all', label: '全部条款' },
] as const

/** `withId`: the version that the charter is compared with; the earlier stands on the left. */
export function CharterComparison({ charter, withId }: { charter: Charter; withId: string }): ReactNode {
  const { data, error, refetch } = useCharter(withId)
  const [shown, setShown] = useState<'changed' | 'all'>('changed')
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />
  if (!data) return <Bones lines={8} />
  const [before, after] = inOrder(data, charter)
  const chapters = compareCharters(before.chapters ?? [], after.chapters ?? [])
  const changed = chapters.flatMap(({ articles }) => articles).filter(({ isSame }) => !isSame).length
  return (
    <section className="panel" aria-label="对照">
      <div className="compare-head">
        <h2>
          {versionName(before)}与{versionName(after)}对照
        </h2>
        <p className="faint" role="status">
          {changed === 0 ? '两版的条款没有不同。' : `有 ${changed} 条不同。`}
          <ins>新写的</ins>，<del>去掉的</del>。
        </p>
        <div className="no-print">
          <ChooseOne name="compare-shown" options={shownChoices} value={shown} onChange={setShown} />
        </div>
      </div>
      {chapters.map(({ title, articles }) => {
        const rows = shown === 'all' ? articles : articles.filter(({ isSame }) => !isSame)
        return rows.length === 0 ? null : (
          <section key={title} className="compare-chapter">
            <h3>{title}</h3>
            {rows.map((row) => (
              <Compared key={row.key} row={row} names={[versionName(before), versionName(after)]} />
            ))}
          </section>
        )
      })}
    </section>
  )
}

/** The draft comes last, the versions by their number. */
const inOrder = (a: Charter, b: Charter): [Charter, Charter] =>
  (a.version ?? Number.MAX_SAFE_INTEGER) <= (b.version ?? Number.MAX_SAFE_INTEGER) ? [a, b] : [b, a]

type ComparedProps = { row: ComparedArticle; names: readonly [string, string] }

function Compared({ row: { before, after, isSame }, names }: ComparedProps): ReactNode {
  const pieces = isSame ? [] : changedWords(wordsOf(before), wordsOf(after))
  return (
    <div className="compare-row">
      <Side name={names[0]} article={before} pieces={pieces} leave="new" absent="这一版没有这一条" />
      <Side name={names[1]} article={after} pieces={pieces} leave="gone" absent="这一版去掉了这一条" />
    </div>
  )
}

const wordsOf = (article: Article | null): string => article?.paragraphs.join('\n') ?? ''

type SideProps = {
  name: string
  article: Article | null
  pieces: readonly Piece[]
  leave: Piece['is']
  absent: string
}

function Side({ name, article, pieces, leave, absent }: SideProps): ReactNode {
  return (
    <div className="compare-side">
      <span className="compare-name">{name}</span>
      {article ? (
        <p>
          <b>{article.number}　</b>
          {pieces.length === 0 ? wordsOf(article) : <Marked pieces={pieces} leave={leave} />}
        </p>
      ) : (
        <p className="faint">{absent}</p>
      )}
    </div>
  )
}

function Marked({ pieces, leave }: Pick<SideProps, 'pieces' | 'leave'>): ReactNode {
  return pieces
    .filter(({ is }) => is !== leave)
    .map(({ text, is }, at) => {
      const Tag = is === 'new' ? 'ins' : is === 'gone' ? 'del' : 'span'
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
      return <Tag key={at}>{text}</Tag>
    })
}
