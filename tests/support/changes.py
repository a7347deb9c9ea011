"""What can be changed in the functions of a module, one spot at a time: for mutants.py.

Comparisons and sums turn, conditions lose a part, calls, yields and results go, words and numbers become others.
Constants of a module and the fields of its classes stay: they are read once, before any test runs.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable, Iterator
from typing import Any

_OTHER = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "startswith": "endswith", "endswith": "startswith"}
_IDLE = {"strip", "lower", "casefold", "lstrip", "rstrip", "sorted", "upper"}


class Changer(ast.NodeTransformer):
    """Counts the spots at which functions can be changed, and changes the one of a number."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted = wanted
        self.spots: list[tuple[int, str, str]] = []
        self._within: list[str] = []
        self._line = 0

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Go into the body alone: what is decorated and defaults are read once, when the module is."""
        self._within.append(node.name)
        first = bool(ast.get_docstring(node))
        node.body[first:] = [self.visit(statement) for statement in node.body[first:]]
        self._within.pop()
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """Go into its methods alone."""
        self._within.append(node.name)
        node.body = [self.visit(one) if isinstance(one, ast.FunctionDef) else one for one in node.body]
        self._within.pop()
        return node

    def visit_Module(self, node: ast.Module) -> ast.AST:
        """Go into its functions and classes alone."""
        within = (ast.FunctionDef, ast.ClassDef)
        node.body = [self.visit(one) if isinstance(one, within) else one for one in node.body]
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        """Go into what a text is made of, not into its words."""
        node.values = [self.generic_visit(one) if isinstance(one, ast.FormattedValue) else one for one in node.values]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Go into its value alone."""
        if node.value:
            node.value = self.visit(node.value)
        return node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Note each change that this node allows, and make it if it is the one."""
        changes = list(_changes(node))
        self._line = where = getattr(node, "lineno", self._line)
        node = super().generic_visit(node)
        for what, change in changes:
            self.spots.append((where, ".".join(self._within), what))
            if len(self.spots) - 1 == self.wanted:
                node = ast.copy_location(change(node), node)
        return node


def _changes(node: Any) -> Iterator[tuple[str, Callable[[Any], ast.AST]]]:
    """Yield what can be changed at a node, and how."""
    match node:
        case ast.Compare():
            for at, operator in enumerate(node.ops):
                yield f"{_sign(operator)} other way", functools.partial(_with, "ops", at, _OTHER[type(operator)]())
        case ast.BoolOp():
            for at, value in enumerate(node.values):
                yield f"without {ast.unparse(value)}", functools.partial(_less, at)
        case ast.BinOp() if type(node.op) in _OTHER:
            yield f"{_sign(node.op)} other", functools.partial(_set, "op", _OTHER[type(node.op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield "without not", lambda node: node.operand
        case ast.Constant(value=bool()):
            yield f"{node.value} other", lambda node: ast.Constant(not node.value)
        case ast.Constant(value=int()):
            yield f"{node.value} + 1", lambda node: ast.Constant(node.value + 1)
        case ast.Constant(value=str()):
            yield f"{node.value[:30]!r} other", lambda node: ast.Constant(f"{node.value}~" if node.value else "~")
        case ast.If() | ast.IfExp() | ast.While() if not isinstance(node.test, ast.Compare | ast.UnaryOp):
            yield f"not {ast.unparse(node.test)}", lambda node: _set("test", ast.UnaryOp(ast.Not(), node.test), node)
        case ast.comprehension() if node.ifs:
            for at, test in enumerate(node.ifs):
                yield f"without if {ast.unparse(test)}", functools.partial(_drop, at)
        case ast.Return() if node.value and not (
            isinstance(node.value, ast.Constant) and node.value.value in (None, False)
        ):
            yield "return None", lambda node: ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield "yields nothing", lambda node: ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
        case ast.Expr(value=ast.Call()) | ast.Raise() | ast.AugAssign():
            yield f"without {ast.unparse(node)[:50]}", lambda node: ast.Pass()
        case ast.Continue() | ast.Break():
            yield "break or continue", lambda node: ast.Break() if isinstance(node, ast.Continue) else ast.Continue()
        case ast.Call(func=ast.Name(id=name)) if name in _NAMES:
            yield f"{_NAMES[name]} for {name}", lambda node: _set("func", ast.Name(_NAMES[name], ast.Load()), node)
        case ast.Call(func=ast.Attribute(attr=name)) if name in _NAMES:
            yield f"{_NAMES[name]} for {name}", lambda node: _set("attr", _NAMES[name], node.func) and node
        case ast.Call(func=ast.Attribute(attr=name)) if name in _IDLE and not node.args:
            yield f"without {name}", lambda node: node.func.value
        case ast.Call(func=ast.Name(id="sorted"), args=[_]):
            yield "without sorted", lambda node: ast.Call(ast.Name("list", ast.Load()), node.args, [])


def _set(name: str, value: Any, node: Any) -> Any:
    setattr(node, name, value)
    return node


def _with(name: str, at: int, value: Any, node: Any) -> Any:
    getattr(node, name)[at] = value
    return node


def _less(at: int, node: Any) -> Any:
    rest = [*node.values[:at], *node.values[at + 1 :]]
    return rest[0] if len(rest) == 1 else _set("values", rest, node)


def _drop(at: int, node: Any) -> Any:
    del node.ifs[at]
    return node


def _sign(operator: ast.AST) -> str:
    return type(operator).__name__
