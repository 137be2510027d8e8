mkdir notes
cat > notes/Radar.md <<'END'
# Radar

## Synthetic-Aperture Radar (SAR)
A short antenna that flies does the work of a long one.

## Interferometry
Two passes of a SAR satellite show how the ground moved.

## Constant False Alarm Rate
CFAR keeps the threshold above the clutter.

## Clutter
A constant false alarm rate needs an estimate of the clutter.
END
make_old
notes-index --quiet notes
run notes-query --format=vimgrep sar
run notes-query --format=vimgrep synthetic aperture radar
run notes-query --format=vimgrep cfar clutter
run notes-query --explain -n 1 --strict constant false alarm rate clutter
rm notes/Radar.md
run notes-index --quiet
run notes-query sar
