"""Invented payments: every debtor gets a habit, every payment names its invoice."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

from ledger import HEAD_OFFICES, between, chance, working_day

STOPPERS = 6


def habits(ledger):
    """Debtor -> habit. Of the independents 20 % are late, 8 % very late, six have stopped paying; the rest is on time."""
    first = ledger.first_days()
    debtors = sorted({row["account"] for row in ledger.receivables.values()} - set(HEAD_OFFICES), key=int)
    order = sorted(debtors, key=lambda code: chance("habit", code))
    settled = [code for code in order if (ledger.end - first[code]).days > 400]
    stopped = settled[:STOPPERS]
    others = [code for code in order if code not in stopped]
    late, very_late = round(0.20 * len(debtors)), round(0.08 * len(debtors))
    habit = {code: "on time" for code in others}
    habit |= {code: "very late" for code in others[:very_late]}
    habit |= {code: "late" for code in others[very_late:very_late + late]}
    habit |= {code: "stopped" for code in stopped}
    return habit | {HEAD_OFFICES[0]: "early", HEAD_OFFICES[1]: "partly late"}


def days_late(habit, account, number):
    """Days after the due date, negative before it."""
    match habit:
        case "early":
            return between(-6, -3, "early", number)
        case "partly late":
            late = chance("late", number) < 0.35
            return between(5, 12, "days", number) if late else between(-4, 0, "days", number)
        case "on time" | "stopped":
            slips = chance("slips", number) < 0.05
            return between(1, 5, "days", number) if slips else between(-6, -1, "days", number)
        case "late":
            usual = between(4, 9, "usual", account)
            return usual + between(-3, 3, "days", number)
        case "very late":
            usual = between(24, 50, "usual", account)
            return usual + between(-12, 14, "days", number)


def paid_on(receivable, late):
    """The day of payment, moved to a working day: back when it is in time, on when it is late, never before the invoice."""
    due = date.fromisoformat(receivable["due"])
    day = working_day(due + timedelta(days=late), -1 if late <= 0 else 1)
    return max(day, date.fromisoformat(receivable["issued"]))


def instalments(receivable, habit):
    """(day, amount) of what is paid for one receivable: once, or now and then in two parts."""
    number, amount = receivable["number"], Decimal(receivable["amount"])
    day = paid_on(receivable, days_late(habit, receivable["account"], number))
    often = {"very late": 0.10, "late": 0.05, "on time": 0.01}.get(habit, 0)
    if chance("in parts", number) >= often:
        return [(day, amount)]
    part = (amount * between(40, 70, "part", number) / 100).quantize(Decimal("0.01"))
    rest = working_day(day + timedelta(days=between(14, 35, "rest", number)), 1)
    return [(day, part), (rest, amount - part)]


def payments(ledger, dropped, habit):
    """(number, invoice, account, day, amount) up to the last day of the ledger, numbered by day."""
    found = []
    for number, receivable in ledger.receivables.items():
        account = receivable["account"]
        stops = ledger.end - timedelta(days=between(80, 140, "stops", account))
        if number in dropped:
            continue
        for day, amount in instalments(receivable, habit[account]):
            if day <= ledger.end and not (habit[account] == "stopped" and day > stops):
                found.append((day, int(number), account, amount))
    found.sort(key=lambda payment: payment[:2])
    return [(f"P-{n:06}", str(invoice), account, day, amount) for n, (day, invoice, account, amount) in enumerate(found, 1)]
