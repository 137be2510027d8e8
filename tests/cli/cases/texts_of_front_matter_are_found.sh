mkdir notes
cat >notes/quay.md <<'END'
---
title: The old quay
layout: post
description: How the granite came
  by barge
author: Wim de Boer
source: https://example.org/quay
tags: [harbour]
draft: true
---
Stones.

## Cranes

Two.
END
cat >notes/slip.md <<'END'
---
{"title": "Slip", "summary": "Where \"small\" boats are hauled", "by": ["Ann Lee", "Bo Ek"]}
---
# Slip

Planks.
END
make_old
notes-index --quiet notes
run notes-query granite
run notes-query '"de Boer"'
run notes-query '"Boer https"'
run notes-query --format=vimgrep hauled
run notes-query --format=paths site:example.org
run notes-query --strict post
run notes-query --outline notes/quay.md
run notes-query --get notes/quay.md:4
run notes-index --verify
