"""The classes of the model that authors write as mappings."""

from sop_plugin.model.fields import records_below
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.quiz import QuizHead, QuizTranslationHead
from sop_plugin.model.sop import Sop

ROOTS = (Sop, Organisation, QuizHead, QuizTranslationHead)
RECORDS = tuple(dict.fromkeys(record for root in ROOTS for record in records_below(root)))
