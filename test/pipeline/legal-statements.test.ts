import { describe, expect, it } from 'vitest'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { extractDocument } from '../../pipeline/extract-document.ts'
import { legalDocuments } from '../../pipeline/write/legal-documents.ts'
import { fileOf } from '../laws/texts.ts'

const catalog = compile(await loadCatalog())
const rows = (text: string) =>
  legalDocuments([extractDocument(fileOf('news', text), catalog)]).map(({ number, title, in_force_from }) => ({
    number,
    title,
    in_force_from,
  }))

describe('what a text states of a legal document', () => {
  it('reads the day from which it is in force', () => {
    expect(rows('Decree No. 143/2018/ND-CP takes effect on December 1, 2018 and covers foreign workers.')).toEqual([
      { number: '143/2018/ND-CP', title: null, in_force_from: '2018-12-01' },
    ])
    expect(rows('Nghị định số 143/2018/NĐ-CP có hiệu lực từ ngày 01/12/2018.')).toEqual([
      { number: '143/2018/ND-CP', title: null, in_force_from: '2018-12-01' },
    ])
  })

  it('leaves the day where two documents could be meant', () => {
    const text = 'Circular 01/2022/TT-BLDTBXH guiding Decree 20/2021/ND-CP takes effect from March 1, 2022.'
    expect(rows(text).map(({ in_force_from }) => in_force_from)).toEqual([null, null])
  })

  it('leaves the day where texts disagree', () => {
    const text =
      'Decree 143/2018/ND-CP takes effect on December 1, 2018. Another page has it that Decree 143/2018/ND-CP takes effect on January 1, 2022.'
    expect(rows(text)[0]!.in_force_from).toBeNull()
  })

  it('reads a title that is quoted, after date and issuer', () => {
    const english =
      'Decision 749/QD-TTg dated June 3, 2020 of the Prime Minister approving the "National Digital Transformation Program by 2025" is carried out.'
    expect(rows(english)[0]!.title).toBe('National Digital Transformation Program by 2025')
    const vietnamese =
      'Quyết định số 1676/QĐ-TTg ngày 21/11/2019 của Thủ tướng Chính phủ phê duyệt Đề án “Truyền thông về bảo hiểm xã hội” đã được triển khai.'
    expect(rows(vietnamese)[0]!.title).toBe('Truyền thông về bảo hiểm xã hội')
  })

  it('takes no title where nothing shows its end, and no quotation of somebody', () => {
    expect(rows('Decision 12/QD-BHXH on support for workers was a success.')[0]!.title).toBeNull()
    expect(rows('Of Decision 12/QD-BHXH the director said "this is good".')[0]!.title).toBeNull()
    expect(rows('Decision 12/QD-BHXH on "support for workers was a success.')[0]!.title).toBeNull()
  })
})
