"""House tests: what neither an import linter nor a type checker can see. No database, few seconds."""
