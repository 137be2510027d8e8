#!/usr/bin/env python3
"""Prints JSON documents from standard input over lines: lists of numbers and the like stay on one."""
import json
import sys


def is_flat(value):
    members = value.values() if isinstance(value, dict) else value
    return not any(isinstance(member, dict) or isinstance(member, list) and not is_flat(member) for member in members)


def show(value, indent=""):
    if not isinstance(value, (dict, list)) or is_flat(value):
        return json.dumps(value, ensure_ascii=False)
    deeper = indent + "  "
    if isinstance(value, dict):
        rows = [f"{json.dumps(name)}: {show(member, deeper)}" for name, member in value.items()]
        left, right = "{}"
    else:
        rows = [show(member, deeper) for member in value]
        left, right = "[]"
    return left + ",".join(f"\n{deeper}{row}" for row in rows) + f"\n{indent}{right}"


for line in sys.stdin:
    print(show(json.loads(line)))
