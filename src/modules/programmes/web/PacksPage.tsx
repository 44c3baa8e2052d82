// The packs of this installation: which are shipped, which are loaded; one is opened, checked and loaded beside the list.
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PackEditor } from './PackEditor.tsx'
import { PackList } from './PackList.tsx'
import './figures.css'
import './packs.css'

/** `?pack=suzhou` opens that one, `?pack=new` an empty text. */
export function PacksPage(): ReactNode {
  const [search] = useSearchParams()
  const open = search.get('pack') ?? undefined
  if (open) return <PackEditor key={open} id={open === 'new' ? undefined : open} />
  return (
    <>
      <PageHeader
        title="方案包"
        sentence="一个方案包把一份文件写成数据：阶段、类别、目标、任务、读法。载入后，这个地区的方案按它计算。"
        action={
          <ButtonLink to="/packs?pack=new" primary>
            粘贴或上传一个
          </ButtonLink>
        }
      />
      <PackList />
    </>
  )
}
