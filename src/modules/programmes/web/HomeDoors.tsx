// The two ways by which organizations come onto the register, as large buttons.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from '../../../ui/icons.tsx'
import { useMay } from '../../people/web/session-queries.ts'

export function HomeDoors(): ReactNode {
  const may = useMay()
  return (
    <div className="doors">
      {may('organization.create') && (
        <Link className="door door-main" to="/organizations/new">
          <Icon name="plus" />
          登记一个组织
        </Link>
      )}
      {may('organization.import') && (
        <Link className="door" to="/imports/new">
          <Icon name="upload" />
          导入表格
        </Link>
      )}
    </div>
  )
}
