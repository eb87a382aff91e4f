// Looks at a table so many times, and prints how many looks found anything but so many rows of one
// content. A folder means all the tables of this name that lie in its folders.
import { readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const [place, table, rows, looks] = process.argv.slice(2)

// The reader opens a file once for each of its parts: the link is followed before.
function files() {
  if (basename(place) !== 'data') return [join(realpathSync(place), table)]
  return readdirSync(place).map(version => join(place, version, table)).filter(file => statSync(file, { throwIfNoEntry: false }))
}

async function contents() {
  const found = []
  for (const name of files()) {
    const file = await asyncBufferFromFile(name)
    for (const row of await parquetReadObjects({ file, compressors })) found.push(row.content)
  }
  return found
}

let torn = 0
for (let look = 0; look < Number(looks); look++) {
  const whole = await contents().then(
    found => found.length === Number(rows) && new Set(found).size === 1,
    () => false)
  if (!whole) torn++
}
console.log(torn)
