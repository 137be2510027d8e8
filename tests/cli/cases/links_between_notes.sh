mkdir -p notes/sea
cat >notes/sea/low-tide.md <<'END'
---
title: When the water leaves
aliases: [Ebb]
---
Sand.
END
cat >notes/sea/README.md <<'END'
See [the ebb](low-tide.md#sand) first.
END
cat >notes/plans.md <<'END'
# Plans

## By name
Walk out at [[Low tide|the ebb]].

## By alias
![[ebb#sand]]

## By path
Back before [it turns](./sea/low%20tide.md), or [[sea/low-tide]].

## To the folder
[Sea](sea/) and [picture](low-tide.png), [web](https://example.org/low-tide), `[[low tide]]`.

## To nothing
[[Spring tide]]
END
mv notes/sea/low-tide.md 'notes/sea/low tide.md'
sed -i 's/low-tide.md/low%20tide.md/' notes/sea/README.md
make_old
notes-index --quiet notes
run notes-query --format=vimgrep 'link:"low tide"'
run notes-query --format=paths link:ebb
run notes-query --format=paths title:ebb
run notes-query --format=vimgrep 'link:"sea/low tide.md"' turns
run notes-query --format=vimgrep link:sea
run notes-query --format=vimgrep 'link:spring-tide'
run notes-query --format=vimgrep 'link:spr*'
run notes-query --format=vimgrep 'link:lo*'
run notes-query --format=vimgrep 'link:sea/*'
run notes-query --format=vimgrep link:neap
run notes-query --outline 'sea/low tide.md'
run notes-query --complete=link:l
