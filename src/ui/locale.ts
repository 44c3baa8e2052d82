// Ant Design's own words in Simplified Chinese.
import type { ConfigProviderProps } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'

type Locale = NonNullable<ConfigProviderProps['locale']>

/** TypeScript reads these files as CommonJS, a bundler as the ES modules that they are. */
const module: unknown = zhCN
export const locale = (isWrapped(module) ? module.default : module) as Locale

function isWrapped(found: unknown): found is { default: unknown } {
  return typeof found === 'object' && found !== null && 'default' in found
}
