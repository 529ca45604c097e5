"""Who said something: verbs of saying and who their subjects are."""
