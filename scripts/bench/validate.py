"""The Python peer: one process that reads every YAML and JSON file of a folder and validates it by its schema."""
import fnmatch
import json
import os
import sys

import jsonschema
import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
root, schemas = sys.argv[1:3]
with open(os.path.join(schemas, "files.json"), encoding="utf-8") as file:
    names = json.load(file)
validators = {}
for kind in names:
    with open(os.path.join(schemas, kind + ".json"), encoding="utf-8") as file:
        validators[kind] = jsonschema.Draft7Validator(json.load(file))
count = read = held = 0
for folder, _, files in os.walk(root):
    for name in files:
        if not name.endswith((".yaml", ".yml", ".json")):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            text = file.read()
        data = json.loads(text) if name.endswith(".json") else yaml.load(text, Loader)
        read += 1
        for kind, globs in names.items():
            if any(fnmatch.fnmatch(name, glob) for glob in globs):
                held += 1
                count += sum(1 for _ in validators[kind].iter_errors(data))
                break
print(f"{read} files read, {held} held against a schema, {count} errors")
