export function PostedDocument({ id }: { readonly id: number }) {
  return <p>{id}</p>
}
