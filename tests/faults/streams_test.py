"""Output that cannot be written is reported, in every command and format: a full disk, a closed stream."""
import sys

from fault_case import Vault, expect, run_cases

COMMANDS = [["notes-query", "amber"], ["notes-query", "--tags"], ["notes-query", "--facets=year,level"],
            ["notes-query", "--complete", "am"], ["notes-query", "--help"], ["notes-query", "--version"],
            ["notes-query", "--completion=zsh"], ["notes-query", "--complete-line", "zsh", "--js"],
            ["notes-index"], ["notes-index", "--verbose", "--rebuild"], ["notes-index", "--status"],
            ["notes-index", "--status", "--json"], ["notes-index", "--verify"], ["notes-index", "--help-all"]]


def all_commands(vault):
    note = vault.root / "f0/note0.md"
    yield from COMMANDS
    for option in ("--get", "--like"):
        yield ["notes-query", option, f"{note}:1"]
    yield ["notes-query", "--outline", str(note)]
    for name in ("text", "json", "jsonl", "vimgrep", "paths"):
        yield ["notes-query", f"--format={name}", "amber"]


def case_what_cannot_be_written_is_told():
    vault = Vault(notes=3)
    (vault.root / "tagged.md").write_text("# Tagged\n\n#heron\n")
    vault.make()
    for program, *arguments in all_commands(vault):
        command = [vault.command(program)[0], *arguments] if "--complete-line" in arguments \
            else vault.command(program, *arguments)
        for place in ("/dev/full", "closed"):
            lost = vault.run_command(command, place)
            expect(lost.returncode == 2, f"{command} {place}: {lost.returncode} {lost.stderr}")
            expect("write error: " in lost.stderr and lost.stderr.count("\n") <= 2, lost.stderr)
    vault.verify()


def case_nothing_to_write_is_no_error():
    vault = Vault(notes=2)
    vault.make()
    for program, *arguments in (["notes-index", "--quiet"], ["notes-query", "--format=paths", "qqq"]):
        for place in ("/dev/full", "closed"):
            silent = vault.run_command(vault.command(program, *arguments), place)
            expect(silent.returncode in (0, 1) and "write error" not in silent.stderr, silent.stderr)


def case_a_closed_stream_is_no_place_for_the_index():
    vault = Vault(notes=2)
    vault.make("--quiet")
    vault.write(7, 2, "later")
    shell = " ".join(vault.command("notes-index", "--verbose")) + " <&- >&- 2>&-"
    vault.run_command(["bash", "-c", shell], None)
    vault.verify()
    expect(vault.paths("later"))


if __name__ == "__main__":
    run_cases(sys.modules[__name__])
