// The contrast of every word that can be seen on a page, measured as WCAG 2 does, against the ground that lies behind it.
import type { Page } from 'playwright-core'

/**
 * Words on a page below a contrast.
 * @param least ratio, 1-21
 * @returns each with its ratio; none is what one wants
 */
export function tooFaint(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    type Colour = { rgb: number[]; alpha: number }
    const read = (text: string): Colour => {
      const [r = 0, g = 0, b = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
      return { rgb: [r, g, b], alpha }
    }
    const light = ({ rgb }: Colour) => {
      const [r = 0, g = 0, b = 0] = rgb.map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const groundOf = (element: Element | null): Colour => {
      if (!element) return { rgb: [255, 255, 255], alpha: 1 }
      const ground = read(getComputedStyle(element).backgroundColor)
      return ground.alpha === 1 ? ground : groundOf(element.parentElement)
    }
    const faint: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const words = node.textContent?.trim() ?? ''
      if (!element || words === '' || element.closest('.hidden, script, style, noscript') || !element.checkVisibility())
        continue
      const [ink, ground] = [light(read(getComputedStyle(element).color)), light(groundOf(element))]
      const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)
      if (ratio < least) faint.push(`${words.slice(0, 40)}: ${ratio.toFixed(2)}`)
    }
    return faint
  }, least)
}
