"""A page of every kind."""

PROCEDURES = ("cafe/ordering/", "hospital/registration/", "saas/helpdesk-ticket/")

KINDS = (
    "",
    "start/",
    "procedures/",
    "posters/",
    "device/",
    "training/",
    "assigned/",
    *PROCEDURES,
    "cafe/ordering/checklist/",
    "cafe/faulty/",
    "quizzes/",
    "quizzes/cafe-counter/",
    "quiz-coverage/",
    "reference/fields/",
    "reference/rules/",
    "reference/rules/text-cut-by-hash/",
    "guide/writing/",
    "404.html",
)

LONGEST = "reference/fields/"
