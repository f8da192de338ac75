export function NewDocument({ kind }: { readonly kind: string }) {
  return <p>{kind}</p>
}
export function DraftScreen({ id }: { readonly id: string }) {
  return <p>{id}</p>
}
