// Prints how many files knip looked at, so that the check can tell a clean project from an empty one.
export default function countFiles({ counters }) {
  console.log(`looked at ${counters.processed} files`)
}
