// How everything looks: colours, sizes and Ant Design's tokens, written once.
import type { ThemeConfig } from 'antd'

/** Every pair of text on `paper` or white reaches WCAG AA (4.5 : 1). */
export const colours = {
  ink: '#1f2329',
  soft: '#4b5158',
  faint: '#5c6269',
  none: '#666c73',
  paper: '#f5f6f4',
  surface: '#ffffff',
  line: '#e3e5e1',
  border: '#cfd3cd',
  brand: '#14507f',
  wash: '#eef4fa',
  met: '#2c7a3f',
  behind: '#a86400',
  behindText: '#8f5500',
  overdue: '#b3261e',
} as const

/** `narrow`: a phone, with controls to be hit by a thumb. `large`: the person asked for large type. */
export type Scale = { narrow: boolean; large: boolean }

const fonts =
  '-apple-system, "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

/** Text size in CSS pixels. */
export const fontSizeFor = ({ narrow, large }: Scale): number => (large ? 18 : narrow ? 16 : 14)

/** Height of a button or field in CSS pixels: at least 44 on a phone. */
const controlHeightFor = ({ narrow, large }: Scale): number => (narrow ? 44 : large ? 42 : 34)

export function themeFor(scale: Scale): ThemeConfig {
  return {
    token: {
      ...colourTokens,
      ...shapeTokens,
      fontSize: fontSizeFor(scale),
      controlHeight: controlHeightFor(scale),
      // Small buttons stand between words: less high on a desk, not under a thumb.
      ...(scale.narrow && { controlHeightSM: 40 }),
      // A short wait would leave the word "loading" in a button's name: its farewell never ends.
      motion: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Form: { itemMarginBottom: 20, labelColor: colours.ink },
      Modal: { titleFontSize: fontSizeFor(scale) + 3 },
      Table: {
        headerBg: '#fafbf9',
        headerColor: colours.faint,
        rowSelectedBg: colours.wash,
        rowSelectedHoverBg: colours.wash,
        headerSplitColor: 'transparent',
      },
    },
  }
}

const colourTokens = {
  colorPrimary: colours.brand,
  colorInfo: colours.brand,
  colorLink: colours.brand,
  colorSuccess: colours.met,
  colorWarning: colours.behind,
  colorError: colours.overdue,
  // Grounds of messages; left to Ant Design they would follow from the dark brand colour and be grey.
  colorInfoBg: colours.wash,
  colorInfoBorder: '#c9dbea',
  colorSuccessBg: '#f1f7f2',
  colorSuccessBorder: '#bfdcc6',
  colorWarningBg: '#fbf6ea',
  colorWarningBorder: '#d8c9a8',
  colorErrorBg: '#fdf4f3',
  colorErrorBorder: '#e9c5c1',
  colorText: colours.ink,
  colorTextSecondary: colours.soft,
  colorTextTertiary: colours.faint,
  colorTextQuaternary: colours.none,
  colorTextDescription: colours.faint,
  colorTextPlaceholder: colours.none,
  colorBgLayout: colours.paper,
  colorBorder: colours.border,
  colorBorderSecondary: colours.line,
} as const

const shapeTokens = {
  fontFamily: fonts,
  borderRadius: 6,
  borderRadiusLG: 10,
  boxShadow: '0 2px 10px rgb(31 35 41 / 12%)',
  boxShadowSecondary: '0 4px 18px rgb(31 35 41 / 14%)',
  wireframe: false,
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.16s',
} as const
