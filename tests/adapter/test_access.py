from sop_plugin.adapter.access import accessible, with_named_tasks
from sop_plugin.words.catalogue import catalogue

EN = catalogue("en")


def test_a_page_without_menus_stays_as_it_is() -> None:
    assert accessible("<p>Words</p>", EN) == "<p>Words</p>"


def test_the_search_dialog_is_named() -> None:
    html = '<div class="md-search" role="dialog" data-index="search/">'
    assert accessible(html, EN) == '<div class="md-search" role="dialog" aria-label="Search" data-index="search/">'


def test_the_skip_link_comes_first_and_leads_to_the_content() -> None:
    drawer = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">'
    theirs = '<div data-md-component="skip"><a href="#x" class="md-skip">Skip</a></div>'
    html = accessible(f'<body>{drawer}{theirs}<article class="md-content__inner md-typeset">', EN)
    assert html.index('<a href="#sop.content" class="md-skip">Skip to the content</a>') < html.index("<input")
    assert html.count("md-skip") == 1
    assert '<article class="md-content__inner md-typeset" id="sop.content" tabindex="-1">' in html


def test_a_list_of_the_navigation_is_one_stop_that_has_its_name() -> None:
    html = (
        '<input class="md-nav__toggle md-toggle " type="checkbox" id="__nav_3_1" >'
        '<label class="md-nav__link" for="__nav_3_1" id="__nav_3_1_label" tabindex="0">'
        '<nav class="md-nav" data-md-level="1" aria-labelledby="__nav_3_1_label" aria-expanded="false">'
        '<label class="md-nav__title" for="__nav_3_1">Café</label>'
    )
    assert accessible(html, EN) == (
        '<input class="md-nav__toggle md-toggle " type="checkbox" id="__nav_3_1" aria-labelledby="__nav_3_1_title" >'
        '<label class="md-nav__link" for="__nav_3_1" id="__nav_3_1_label">'
        '<nav class="md-nav" data-md-level="1" aria-labelledby="__nav_3_1_title">'
        '<label class="md-nav__title" for="__nav_3_1" id="__nav_3_1_title">Café</label>'
    )


BOX = '<input type="checkbox" disabled/>'
DRAWN = '<input type="checkbox"/><span class="task-list-indicator"></span>'


def test_the_words_of_a_task_are_the_name_of_its_box() -> None:
    inner = f'<ul class="task-list">\n<li class="task-list-item">{BOX} nested</li>\n</ul>'
    html = f'<li class="task-list-item">{BOX} a <em>b</em>{inner}\n</li>\n<li class="task-list-item">\n<p>{BOX} c</p>'
    named = f'<ul class="task-list">\n<li class="task-list-item"><label>{BOX} nested</label></li>\n</ul>'
    assert with_named_tasks(html) == (
        f'<li class="task-list-item"><label>{BOX} a <em>b</em></label>{named}\n</li>\n'
        f'<li class="task-list-item">\n<p><label>{BOX} c</label></p>'
    )


def test_a_box_that_the_theme_draws_has_one_label() -> None:
    html = f'<li class="task-list-item"><label class="task-list-control">{DRAWN}</label> a</li>'
    assert with_named_tasks(html) == (
        f'<li class="task-list-item"><label class="task-list-control">{DRAWN} a</label></li>'
    )


def test_content_without_tasks_stays_as_it_is() -> None:
    html = f"<ul><li>{BOX} a</li></ul>"
    assert with_named_tasks(html) == html
