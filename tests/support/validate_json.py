#!/usr/bin/env python3
"""Checks JSON on stdin against a schema: validate_json.py [--lines DEFINITION] SCHEMA

Without --lines stdin is one document. With it, every line is a document that must meet
#/$defs/DEFINITION. Members that the schema does not name are errors here, although the schema
lets later versions add some. Exit code 0 = valid, 1 = not, 2 = cannot check.
"""
import argparse
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("validate_json.py needs the Debian package python3-jsonschema", file=sys.stderr)
    sys.exit(2)


def closed(schema):
    """The schema, with objects that refuse members it does not name."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: closed(part) for key, part in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        result["additionalProperties"] = False
    return result


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def parse(text):
    return json.loads(text, parse_constant=refuse_constant)


def errors_of(validator, name, text):
    try:
        document = parse(text)
    except ValueError as error:
        return [f"{name}: {error}"]
    return [f"{name}: {error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--lines", metavar="DEFINITION")
    options.add_argument("schema")
    chosen = options.parse_args()

    with open(chosen.schema, encoding="utf-8") as file:
        schema = closed(json.load(file))
    Draft202012Validator.check_schema(schema)
    text = sys.stdin.buffer.read().decode("utf-8")  # strict: bad UTF-8 is an error
    documents = [("document", text)]
    if chosen.lines:
        schema = {"$defs": schema["$defs"], "$ref": f"#/$defs/{chosen.lines}"}
        documents = [(f"line {n}", line) for n, line in enumerate(text.split("\n")[:-1], 1)]

    validator = Draft202012Validator(schema)
    errors = [error for name, part in documents for error in errors_of(validator, name, part)]
    print("\n".join(errors), file=sys.stderr, end="\n" if errors else "")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
