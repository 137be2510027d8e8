mkdir -p notes/2023-11 notes/2022
cat >notes/log.md <<'END'
# Log

## [0.12.0] - 2023-10-05 (yanked)
### Fixed
## Fjordtur, 3. – 5. oktober 2023
## KW 40, 2023: Ernte
## 5 жовтня 2023
## What 2023-10-05 taught us
## Deadline 2023-10-05
## Soup
Recorded: Thu, 5 Oct 2023 (kitchen)
END
printf '# Choir, November 7\n\n## Nov. 9, rehearsal\n' >notes/2023-11/choir.md
printf 'Nothing but text.\n' >notes/2022/10-05.md
printf -- '---\ndateCreated: 2023-10-05T08:15:00Z\n---\n# Key\n' >notes/key.md
make_old
run notes-index --quiet notes
run notes-query --outline notes/log.md
run notes-query --format='{rel_path}:{line} {date} {title}' -n 20 has:date
run notes-query --format="{rel_path}:{line} {title}" -n 20 -has:date
run notes-query --json --fields=title,date,date_source date:7.11.2023
for form in okt-2023 2023-Q4 5.10.2023 kw40-2023 '"5 жовтня 2023"'; do
  run notes-query --format=paths -n 1 "date:$form" soup
done
