"""Large notes and many notes: no note stops the others, memory is bounded, and time grows linearly."""
import os
import resource
import subprocess
import sys

from fault_case import Vault, expect, run_cases

MAX_MEMORY_KB = 300_000
SANITIZED = bool(os.environ.get("ASAN_OPTIONS"))  # then much of the memory is the sanitizer's


def vault_with(name, parts):
    vault = Vault(notes=3)
    vault.make()
    with open(vault.root / name, "w", encoding="utf-8") as note:
        note.writelines(parts)
    (vault.root / "zz.md").write_text("# Later\n\n## Quokka\nfern\n")
    return vault


def measured(vault, *arguments):
    """What a run of notes-index says, and its peak memory in kB."""
    child = subprocess.Popen(vault.command("notes-index", "-j1", *arguments), env=vault.environment(), text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output = child.stdout.read(), child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    memory = 0 if SANITIZED else usage.ru_maxrss
    return subprocess.CompletedProcess(child.args, os.waitstatus_to_exitcode(status), *output), memory


def expect_bounded(vault, name, runs=((), ("--rebuild",))):
    for arguments in runs:
        result, memory = measured(vault, *arguments)
        expect(result.returncode == 0, f"{result.returncode} {result.stderr}")
        expect(memory < MAX_MEMORY_KB, f"{memory} kB")
        expect(vault.paths("quokka") == ["zz.md"], "the note behind it is not indexed")
    indexed = bool(vault.paths(f"note:{name}"))
    expect(indexed or f"{name}: is left out" in result.stderr, result.stderr)


def case_many_tags_above_many_headings():
    tags = ", ".join(f"tag{number:03}{'y' * 90}" for number in range(120))
    expect_bounded(vault_with("tags.md", [f"---\ntags: [{tags}]\n---\n# A\n", "## H\n" * 50_000]), "tags.md")


def case_a_long_title_above_many_headings():
    expect_bounded(vault_with("title.md", ["# " + "title " * 3_000 + "\n", "## H\n" * 50_000]), "title.md")


def repeated(line, count):
    return (line.format(n=n) for n in range(count // 20 if SANITIZED else count))


def case_many_of_anything():
    for name, parts in {
        "headings.md": repeated("## H{n}\n", 300_000),
        "paragraphs.md": repeated("a\n\n", 1_600_000),
        "items.md": repeated("- fern {n}\n", 300_000),
        "addresses.md": repeated("[fern](https://fern.example.org/{n})\n", 300_000),
        "brackets.md": ["[" * 60 + "\n"] * (500 if SANITIZED else 20_000),
        "keys.md": ["---\n", *repeated("key{n}: fern\n", 300_000), "---\n"],
        "values.md": ["---\ntags:\n", *repeated("- fern{n}\n", 300_000), "---\n"],
        "hashtags.md": repeated("#fern{n} ", 300_000),
    }.items():
        expect_bounded(vault_with(name, parts), name, runs=((),))


def case_the_words_of_a_log_are_found_behind_its_ids():
    lines = repeated("2024-03-01 12:00:00 INFO worker 7: stored block {n:08x}f in 3 ms\n", 300_000)
    vault = vault_with("log.md", [*lines, "the moorhen has left\n"])
    result, memory = measured(vault)
    expect(result.returncode == 0 and memory < MAX_MEMORY_KB, f"{memory} kB {result.stderr}")
    expect(SANITIZED or "the rest of those with digits cannot be found" in result.stderr, result.stderr)
    expect(vault.paths("moorhen") == ["log.md"])
    for command in [("--json", "moorhen"), ("--get", vault.root / "log.md"), ("--outline", vault.root / "log.md")]:
        shown = subprocess.Popen(vault.command("notes-query", *command), env=vault.environment(),
                                 stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(shown.pid, 0)
        expect(status == 0 and (SANITIZED or usage.ru_maxrss < MAX_MEMORY_KB), f"{command}: {usage.ru_maxrss} kB")


def case_memory_runs_out_for_one_note():
    if SANITIZED:
        return
    vault = vault_with("deep.md", ["# A\n", *(f"## Heading {n}\nsome words {n}\n" for n in range(150_000))])

    def allow_little():
        resource.setrlimit(resource.RLIMIT_AS, (350_000_000, 350_000_000))

    result = vault.run("notes-index", "-j1", preexec_fn=allow_little)
    expect(result.returncode == 0, result.stderr)
    expect(vault.paths("quokka") == ["zz.md"])
    vault.verify()


def case_ignore_files_without_end():
    vault = Vault(notes=2)
    for name in (".notesignore", ".gitignore"):
        (vault.root / name).write_text("note1.md\n")
        os.truncate(vault.root / name, 3_000_000_000)
    (vault.root / ".git").mkdir()
    result, memory = measured(vault, vault.root)
    expect(result.returncode == 0 and result.stderr.count("too large") == 2, result.stderr)
    expect(memory < MAX_MEMORY_KB, f"{memory} kB")


def seconds_to_remove(count):
    vault = Vault(notes=0)
    for folder in ("a", "m"):
        (vault.root / folder).mkdir()
        for number in range(count):
            (vault.root / folder / f"{number:06}.md").write_text(f"# {number}\n")
    vault.make()
    subprocess.run(["rm", "-r", str(vault.root / "a")], check=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    vault.make()
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def case_four_times_the_notes_removed_take_four_times_the_time():
    few, many = seconds_to_remove(5_000), seconds_to_remove(20_000)
    expect(many < 4 * 1.6 * few, f"{few:.2f} s for 5,000 notes, {many:.2f} s for 20,000")


run_cases(sys.modules[__name__])
