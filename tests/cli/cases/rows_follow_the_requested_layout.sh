index_notes
run notes-query --format='{rel_path}:{line}:{column}: {title} ({date}) [{tags}]' -n 2 croissants butter
run notes-query --format='{breadcrumb}	{text}' -n 1 croissants butter
run notes-query -0 --format='{rel_path}' -n 2 croissants butter
run notes-query --format='{titel}' croissants
run notes-query --format='{' croissants
printf '# Tides\n\n> - the **ebb** of a [spring](tides.md) tide\n' >notes/tides.md
make_old
notes-index --quiet
run notes-query --format='{byte} {text}' ebb
