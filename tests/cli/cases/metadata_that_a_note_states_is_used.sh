mkdir -p notes/harbour
cat >notes/Tides.md <<'END'
The moon pulls, and the sea follows twice a day.

## When to sail

With the ebb.
END
cat >notes/Vessel___Small%3F.md <<'END'
built:: 1911
yard:: [[Leith]]
- # Sea Bream ![badge](badge.svg)
	- ## Rig
		- Gaff. #rig.gaff #3masts #c0ffee
END
cat >notes/harbour/README.md <<'END'
Quays and cranes.
END
cat >notes/log-v2.10.3.md <<'END'
Fixed the chart table.
END
cat >notes/json.md <<'END'
---
{"title":"Knots","tags":["rope","low tide"]}
---
Bowline.
END
cat >notes/yaml.md <<'END'
---
title: 'The sailor''s "book"' # of 1911
categories: rope sea
---
## Hitches {/* hitches */}
{: .wide #hitches}
- Tags:
	- [[half hitch]]
	- cleat
## Splices {#splices}
Tag: A lasting, unbroken mark
END
printf '# Reefs\n\t- ## North\n\t\t- café #café\n' >notes/reefs.md
cat >notes/charts.md <<'END'
# Charts

## Kinds

- [Paper](#chart-paper)
- [Vector](#chart-vector)
- [Raster](#chart-raster)
- [Tracing](#chart-tracing)

## Here

- [Kinds](charts.md#kinds)
- [Scales](./#scales)
- [Symbols](#symbols)
- [[#Here]]

## Scales
## Symbols
END
make_old
notes-index --quiet notes
run notes-query --outline Tides.md
run notes-query --outline notes/Vessel___Small%3F.md
run notes-query --outline harbour/README.md
run notes-query --outline log-v2.10.3.md
run notes-query --outline json.md
run notes-query --outline yaml.md
run notes-query --outline reefs.md
run notes-query --outline charts.md
run notes-query raster
run notes-query --tags
run notes-query --format=paths 'tag:#rig'
run notes-query --format=paths tag:cafe
