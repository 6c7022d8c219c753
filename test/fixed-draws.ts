import fc from 'fast-check'

// Every property draws the same cases on every run: what passes here passes on every machine. A soak draws more of them, not others.
fc.configureGlobal({ seed: 20240229 })
