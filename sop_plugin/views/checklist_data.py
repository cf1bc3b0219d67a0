"""The checklist of an SOP as data, which a script runs and a page embeds. This is the reference of its format.

Whatever is empty, false or unknown is left out. What is marked html is safe HTML; every other text is plain. Seconds
are numbers.

The whole: `format` (1), `sop`, `version`, `lang`, `title`, `status`, `fingerprint` (of the whole procedure), `requires`
(texts: what must be true before the procedure may begin), `nodes`, `edges`, `clocks`. Nodes and edges are those of
`sop_plugin/model/flow_graph.py`, pointed at by their place in these lists.

A node: `kind` (start, step, open, join, event, over, sop, unknown, end), `id`, `title`, `around` (the OPEN of the group
that it lies in), `partner` (of an OPEN the JOIN, and the other way round).
    Of a step or a group besides:
    number        its number on the page ("2.1")
    fingerprint   of the step
    original      that its words, or some of them, are not translated, and why
    roles, orRoles  who does it, by name
    do, detail    html
    cautions      [{level, word, text: html}]
    script        [{role, when, says}]
    tools         names of tools, systems and materials with their amounts
    takes         {words, low, high}: seconds where a clock can tell
    limit         {words, low, high}: the same of the time limit
    timer         {seconds, kind}: what a timer counts to; kind is `limit`, `takes` or `hold` (to be held that long)
    wait          {words, low, high}: idle time before it
    waits         [[node]]: what must be done before it; of each inner list any one is enough
    items         what is to be ticked and filled in before it is done; of a group they stand at its JOIN
    exceptions    [{id, when, test, then: html, script, limit, escalate: [html], effects: [html], raises, items, edge}];
                  without `edge` the work goes on here; of a group they stand at its OPEN
    order, join   of a group that is not simply done in turn
    repeat        {words, times, max, until, while, every, eachTime}; `times` is counted, `until` and `while` are asked,
                  `every` is in seconds
    optional, onlyIf, test  it may be left out, or applies only if
    effects       [html]: what else comes of it
    raises        [node]: the events that it sets off
    during        {from, to}: nodes between which it runs beside the others
    every         {words, low, high}: when a recurring step is due
    beside        it lies outside the sequence, and ends at OVER
    Of an end: `then` (html) and `outcome`. Of another SOP that takes over: `link` (html).

An edge: `source`, `target`, `kind` (see EdgeKind), `id`, `words` (what chooses it), `test`; of a branch also `then`
(html), `effects`, `raises`, `items` (who must sign before it is taken).

An item: `id` (unique), `kind` (tick, number, text, choice, date, time, photo, signature, file), `source` (do,
checklist, standard, record, nothing, check, approval), `title`, `unit`, `low`, `high`, `lowOpen`, `highOpen`,
`rangeWords`, `choices` [{id, title}], `optional`, `onlyIf` with `test`, `by` (names), `help`, `field` (what conditions
test), `form` {id, title}. An item of the source `nothing`, ticked, answers all of its form.

A clock, of a limit that does not run over one step alone: `title`, `words` (the limit), `seconds`, `from`, `to`
(moments; the first of each to happen counts), `restarts` (moments), `pauses` [{from, to}], `onlyIf` with `test`,
`assumed` (that it counts from the beginning of the run, since nobody sees from here what it should count from). A
moment: {node, what}, `what` being start, done or event.

A test: {amount: field, low, high, lowOpen, highOpen}, {any: [...]}, {all: [...]}, {none: [...]}, {otherwise: true}, or
{said: true}, which only a person can tell.
"""

from __future__ import annotations

import json

from markupsafe import Markup

from sop_plugin.model.checklist import Checklist, checklist_of
from sop_plugin.model.document import Document
from sop_plugin.views.checklist_nodes import NodeWriter
from sop_plugin.views.condition_data import Data, filled
from sop_plugin.views.context import ViewContext
from sop_plugin.views.groundwork import groundwork
from sop_plugin.views.page_view import SopPageView, page_view

FORMAT = 1
"""The version of the format. A run keeps its own copy, so an older one is read for ever."""


def checklist_data(document: Document, context: ViewContext) -> Data:
    """The checklist of an SOP. Raises ValueError where the document holds none."""
    page = page_view(groundwork(document, context.organisation, context.words), context)
    return data_of(page, checklist_of(page.sop, document.graph()))


def data_of(page: SopPageView, checklist: Checklist) -> Data:
    """The checklist of an SOP, in the words of its page."""
    sop = page.sop
    prints = dict(page.document.step_prints())
    return {
        "format": FORMAT,
        "sop": sop.id,
        "version": sop.version or "",
        "lang": page.lang,
        "title": sop.title,
        "status": sop.status.value,
        "fingerprint": page.fingerprint,
        **filled(requires=[page.prose.plain(one.text) for one in sop.requires]),
        **NodeWriter(page, prints, checklist).graph(),
    }


def embedded(data: Data | list[Data]) -> Markup:
    """The data as the text of a script element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
