"""What templates become: Python that reads attributes and calls macros as Python does.

Jinja's own code asks at every dot whether an attribute or an item is meant, at every call whether the function wants
Jinja's context, and wraps every text in an object before it is joined to the others. Ours knows: the templates read
attributes of dataclasses, call plain functions, and escape all. It takes half the time; an attribute that is not there
is Python's AttributeError.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup, escape

_to_be_escaped = re.compile("[&<>\"']").search


class PlainCode(CodeGenerator):
    """Writes the Python of a template; `PlainEnvironment` lends it two functions."""

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escape = environment.html")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802, Jinja's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802, Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            self.fail("A call takes only arguments that are written out.", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802, Jinja's name
        # Nothing, where Jinja would make an object that stands for it, and says where it came from.
        node.expr2 = node.expr2 or nodes.Const("")
        super().visit_CondExpr(node, frame)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: ARG002, as Jinja has it
        super().return_buffer_contents(frame)  # also a macro, the one to ask for it unescaped, gives HTML

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002, as Jinja has it
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            self.fail("A macro takes only the arguments that it names.", macro_ref.node.lineno)
        self.write(f"environment.macro(macro, {len(macro_ref.node.args)})")


class PlainEnvironment(Environment):
    """An environment whose templates become plain code; they must escape all, and call nothing that wants a context."""

    code_generator_class = PlainCode

    @staticmethod
    def html(value: Any) -> str:
        """A value as HTML. Most texts are that as they are, and need no object that says so."""
        if type(value) is Markup or (type(value) is str and not _to_be_escaped(value)):
            return value
        return escape(value)

    @staticmethod
    def macro(function: Callable[..., Markup], arguments: int) -> Callable[..., Markup]:
        """A macro as a function. Jinja's code has for each argument what to do where it is missing."""
        function.__defaults__ = (missing,) * arguments
        return function
