/** A file of one entry with an answer, as path and text. `frontMatter` comes on top of its id and title. */
export function entryFile(id: string, frontMatter: string, answer: string): readonly [string, string] {
  return [`${id}.md`, `---\nid: ${id}\ntitle: ${id}?\n${frontMatter}\n---\n\n> ${answer}\n`];
}
