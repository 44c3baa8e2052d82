// How people get to the public page of an activity: its address, and a poster with the QR code.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { urlOf } from '../../../ui/call.ts'
import { Icon } from '../../../ui/icons.tsx'
import { activitiesApi } from '../activities-api.ts'
import type { Activity } from '../activity.ts'

export function SharePanel({ activity }: { activity: Activity }): ReactNode {
  const [copied, setCopied] = useState(false)
  const address = `${window.location.origin}/join/${activity.code}`
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <section className="panel no-print" aria-labelledby="share-title">
      <h2 id="share-title">让居民知道</h2>
      <p>
        <a className="link" href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
      </p>
      <div className="activity-actions">
        {'clipboard' in navigator && (
          <Button onClick={() => void copy()}>{copied ? '已复制' : '复制链接'}</Button>
        )}
        {activity.may.includes('activity.edit') && (
          <Button
            icon={<Icon name="print" size={16} />}
            href={urlOf(activitiesApi.poster, { params: { id: activity.id } })}
            download
          >
            海报（带二维码）
          </Button>
        )}
      </div>
    </section>
  )
}
