/** Items by their key, keys in order of first appearance. (Map.groupBy, which Node has from version 21 on.) */
export const groupBy = <Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
