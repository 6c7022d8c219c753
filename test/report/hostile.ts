const script = '<script>alert(1)</script>'

/** Texts that try to be more than text: their titles, quotes, names of files, addresses and entities. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'a.txt': `${script} "><img src=x onerror=alert(1)>\n\nIn 2021, 37.5% of the workforce </script><b onclick="x()"> took part in social insurance.\n\nBy the end of 2021, ${script} 16.5 million people took part in health insurance.\n`,
  'b\'"&<x>.txt': `Coverage\n\nBy the end of 2021, social insurance covered 33,2% of the workforce; [${'x'.repeat(300)}](javascript:alert(1)) 1.45 million people in Viet Nam \u202etook part in voluntary social insurance.\n`,
  'c d/../e f.txt': 'In 2022, 41% of the workforce took part in social insurance.\n',
  'page.html': `<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt;</title></head><body><h1>Health &amp; insurance</h1><p>By the end of 2021, 16.547&nbsp;million people took part in <b>social</b> insurance, or 33.<i>75</i>% of the workforce &mdash; &#x3C;img src=x onerror=alert(2)&#x3E;.</p><script>var n = 12345</script><table><tr><th>Year</th><th>Participants</th></tr><tr><td>2021</td><td>88.8 million</td></tr></table></body></html>`,
  'notes.md':
    '# Notes <img src=x>\n\n- In 2021, **16.5 million** people took part in social insurance.\n- [37.1%](javascript:alert(3)) of the workforce in 2021\n\n| year | participants |\n| --- | --- |\n| 2021 | 1.4 million people |\n',
  'sources.yaml': `a.txt:\n  title: ${JSON.stringify(`${script} & "title"`)}\n  url: ${JSON.stringify('javascript:alert(1)')}\n  publisher: ${JSON.stringify('<b>press</b>')}\nnotes.md:\n  url: https://example.org/a-b?x=1&y=2\n`,
}
