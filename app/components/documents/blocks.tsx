// The parts of a document as a page shows and prints them.
import { type Block, isUnknown, type Span } from '../../documents/model.ts'
import { times } from '../charts/times.ts'
import { tongueOf } from '../questions/said.tsx'
import { Scroll } from '../team/scroll.tsx'
import { useWords } from '../words.tsx'

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return times(blocks.length, (place) => {
    const block = blocks[place]
    return block && <One key={place} block={block} />
  })
}

function One({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h2>
          <Words span={block.words} />
        </h2>
      ) : (
        <h3>
          <Words span={block.words} />
        </h3>
      )
    case 'paragraph':
      return (
        <p className={{ fine: 'fine', quote: 'said-by', none: 'prose' }[block.style ?? 'none']}>
          <Line spans={block.spans} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {times(block.items.length, (place) => (
            <li key={place}>{block.items[place] && <Words span={block.items[place]} />}</li>
          ))}
        </ul>
      )
    case 'facts':
      return <Facts rows={block.rows} />
    case 'table':
      return <Table block={block} />
  }
}

function Words({ span }: { span: Span }) {
  const page = useWords().language
  const { words, language } = span
  if (isUnknown(span)) return <bdi>{words}</bdi>
  const tongue = tongueOf(language, page)
  return tongue.lang === undefined ? words : <span {...tongue}>{words}</span>
}

function Line({ spans }: { spans: readonly Span[] }) {
  return times(spans.length, (place) => {
    const span = spans[place]
    return (
      span && (
        <span key={place} className="written">
          {place > 0 && ' '}
          <Words span={span} />
        </span>
      )
    )
  })
}

function Facts({ rows }: { rows: Extract<Block, { kind: 'facts' }>['rows'] }) {
  return (
    <dl className="facts">
      {times(rows.length, (place) => {
        const row = rows[place]
        return (
          row && (
            <div key={place}>
              <dt>
                <Words span={row.label} />
              </dt>
              <dd>
                {times(row.said.length, (line) => (
                  <p key={line} className="written">
                    {row.said[line] && <Words span={row.said[line]} />}
                  </p>
                ))}
              </dd>
            </div>
          )
        )
      })}
    </dl>
  )
}

function Table({ block: { caption, head, rows } }: { block: Extract<Block, { kind: 'table' }> }) {
  return (
    <Scroll label={caption}>
      <table className="roomy">
        <caption className="meta">{caption}</caption>
        <thead>
          <tr>
            {head.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times(rows.length, (place) => (
            <tr key={place}>
              {times(rows[place]?.length ?? 0, (column) => {
                const span = rows[place]?.[column]
                if (!span) return null
                return column === 0 ? (
                  <th key={column} scope="row">
                    <Words span={span} />
                  </th>
                ) : (
                  <td key={column}>
                    <Words span={span} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
