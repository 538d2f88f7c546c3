"""The package read as text: its modules, what each imports, and what it calls."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import generator

PACKAGE = Path(generator.__file__).parent
CHECKOUT = PACKAGE.parent


class Module(NamedTuple):
    """One file of the package by its dotted name; a package is its `__init__`."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The part of the package that the module belongs to."""
        return room_of(self.name)


def modules() -> tuple[Module, ...]:
    """Every module of the package, sorted by name."""
    return tuple(sorted(map(_module, PACKAGE.rglob("*.py")), key=lambda module: module.name))


def _module(path: Path) -> Module:
    name = ".".join(path.relative_to(CHECKOUT).with_suffix("").parts).removesuffix(".__init__")
    text = path.read_text(encoding="utf-8")
    return Module(name, path, text, ast.parse(text))


def room_of(name: str) -> str:
    """`site` for generator.site.link; empty for the package itself."""
    return name.split(".")[1] if "." in name else ""


def imported(module: Module, known: frozenset[str]) -> frozenset[str]:
    """The dotted names that a module imports, inside functions too; `from a import b` is `a.b` where that is known."""
    found: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name} imports relatively"
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            found.update(name if name in known else str(node.module) for name in names)
    return frozenset(found)


def dotted(node: ast.expr) -> str:
    """`dt.datetime.now` for the expression that says so; empty where it starts with anything but a name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        start = dotted(node.value)
        return f"{start}.{node.attr}" if start else ""
    return ""


_WORLDLY = frozenset(
    (
        "os.environ",
        "os.getenv",
        "os._exit",
        "sys.argv",
        "sys.exit",
        "sys.stderr",
        "sys.stdin",
        "sys.stdout",
        "time.localtime",
        "time.monotonic",
        "time.perf_counter",
        "time.sleep",
        "time.time",
        "time.time_ns",
    )
)
_PRESENT = ("now", "today", "utcnow")
_SPEAKING = ("print", "input", "exit", "quit", "breakpoint")
_MODULES = ("argparse", "click", "getpass", "logging", "random", "secrets")


def worldly(tree: ast.Module) -> Iterator[str]:
    """What a module does that only a command may: read the clock or the environment, print, exit, throw dice."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and dotted(node) in _WORLDLY:
            yield f"line {node.lineno}: {dotted(node)}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _PRESENT:
            yield f"line {node.lineno}: .{node.func.attr}()"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SPEAKING:
            yield f"line {node.lineno}: {node.func.id}()"
        elif isinstance(node, ast.Import):
            yield from (f"line {node.lineno}: import {a.name}" for a in node.names if a.name.split(".")[0] in _MODULES)
        elif isinstance(node, ast.ImportFrom):
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            if str(node.module).split(".")[0] in _MODULES or whole & _WORLDLY:
                yield f"line {node.lineno}: from {node.module} import …"


_MUTATING = frozenset(
    [
        "add",
        "append",
        "appendleft",
        "clear",
        "discard",
        "extend",
        "insert",
        "pop",
        "popitem",
        "popleft",
        "remove",
        "reverse",
        "setdefault",
        "sort",
        "update",
    ]
)


def changed_globals(tree: ast.Module) -> Iterator[str]:
    """Each place where a function changes what the module holds, or rebinds it."""
    held = {name for statement in tree.body for name in _names_in(_targets(statement))}
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        own = {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}
        own |= {
            name.id for name in ast.walk(function) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
        }
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                yield f"line {node.lineno}: global {', '.join(node.names)}"
            elif isinstance(node, ast.stmt | ast.expr):
                yield from (f"line {node.lineno}: {name} is changed" for name in _changed(node) if name in held - own)


def _names_in(targets: Iterable[ast.expr]) -> Iterator[str]:
    return (node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name))


def _targets(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Assign):
        yield from node.targets
    elif isinstance(node, ast.AnnAssign | ast.AugAssign):
        yield node.target


def _changed(node: ast.AST) -> Iterator[str]:
    """The names whose contents a statement or call changes: `x[0] = 1`, `x.y = 1`, `del x[0]`, `x.append(1)`."""
    inner = [*_targets(node), *(node.targets if isinstance(node, ast.Delete) else ())]
    yield from (dotted(one.value) for one in inner if isinstance(one, ast.Subscript | ast.Attribute))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _MUTATING:
        yield dotted(node.func.value)
