run notes-query sourdough
run notes-query --json sourdough
run notes-query --db nowhere sourdough
