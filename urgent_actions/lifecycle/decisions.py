"""All that can be decided about a case, in the order in which it is offered."""

from .decision import Decision
from .extend import ExtendDeadline
from .issue_update import IssueUpdate
from .stop import ResumeUrgentAction, StopUrgentAction
from .withdraw import WithdrawCase

DECISIONS: tuple[type[Decision], ...] = (
    StopUrgentAction,
    ResumeUrgentAction,
    ExtendDeadline,
    IssueUpdate,
    WithdrawCase,
)
