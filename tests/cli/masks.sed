# What differs from run to run or from machine to machine.
s/("elapsed_ms": ?)[0-9.e+-]+/\10/g
s/("score": ?)[0-9.e+-]+/\10/g
s/("(index_)?bytes": ?)[0-9]+/\10/g
s/("pid": ?)[0-9]+/\10/g
s/\b(pid|process) [0-9]+/\1 0/g
s/\b[0-9]+([.][0-9]+)? (ms|s)\b/0 \2/g
s/\b[0-9]+([.][0-9]+)? (bytes|[kKMG]i?B)\b/0 \2/g
