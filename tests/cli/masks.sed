# Hides what differs between runs or machines.
/^2> [0-9]+ of [0-9]+ notes/d
s/("(elapsed_ms|score|bytes|seconds)": ?)[0-9.e+-]+/\10/g
s/("id": ?)"[a-z2-7]{12}"/\1"ID"/g
s/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}/NOW/g
s/^(size +).*/\1SIZE/
s/by pid [0-9]+ on [^ :]+/by pid PID on HOST/
