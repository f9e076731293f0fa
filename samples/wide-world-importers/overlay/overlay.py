"""Invents what the ledger of Wide World Importers lacks: leavers, returns, late payers, costs to serve, assessments, findings.

    python3 overlay.py

Reads the plain files of the folder above, writes the files described in README.md beside this script and prints what a
right program finds with them. Nothing here is drawn from a clock or a random generator: the same ledger gives the same
overlay.
"""

from collections import Counter
from datetime import timedelta
from decimal import Decimal

from assessments import assessments
from findings import write_findings
from ledger import HEAD_OFFICES, Ledger, between, chance, plain, working_day, write
from payments import habits, payments
from simulate import report

LEAVERS, DECLINERS = 30, 36
SENDING_INDEPENDENTS, SENDING_SHOPS, RETURNERS = 28, 12, 70


def cast(ledger):
    """Who plays which part: each account at most one, long-standing accounts only, never a head office."""
    first = ledger.first_days()
    settled = [
        code for code in ledger.accounts
        if code not in HEAD_OFFICES and (ledger.end - first[code]).days > 900]
    pool = sorted(settled, key=lambda code: chance("cast", code))
    shops = [code for code in pool if ledger.accounts[code]["parent"]]
    alone = [code for code in pool if not ledger.accounts[code]["parent"]]
    senders = alone[:SENDING_INDEPENDENTS] + shops[:SENDING_SHOPS]
    rest = [code for code in pool if code not in senders]
    return {
        "sender": senders,
        "leaver": rest[:LEAVERS],
        "decliner": rest[LEAVERS:LEAVERS + DECLINERS],
        "returner": rest[LEAVERS + DECLINERS:LEAVERS + DECLINERS + RETURNERS],
    }


def last_days(ledger, leavers):
    """Leaver -> its last day, between 20 and 3 months before the end."""
    return {code: ledger.end - timedelta(days=between(92, 608, "leaves", code)) for code in leavers}


def declines(ledger, decliners):
    """Decliner -> (first day of the decline, share of its invoices lost from half-way on)."""
    return {
        code: (ledger.end - timedelta(days=between(150, 330, "declines", code)), between(55, 90, "loses", code) / 100)
        for code in decliners}


def dropped(ledger, leaving, declining):
    """Invoice -> why it is left out. A decline grows evenly to its share until half-way to the end."""
    reasons = {}
    for document, lines in ledger.lines.items():
        customer, day = lines[0]["customer"], lines[0]["date"]
        if customer in leaving and day > leaving[customer]:
            reasons[document] = "leaver"
        elif customer in declining and day > declining[customer][0]:
            start, share = declining[customer]
            grown = min(1, 2 * (day - start).days / (ledger.end - start).days)
            if chance("dropped", document) < share * grown:
                reasons[document] = "decliner"
    return reasons


def dropped_rows(ledger, reasons, leaving):
    """The invoices left out with their orders, and the leavers' later orders that never got an invoice."""
    for document, reason in reasons.items():
        yield [document, ledger.orders[document], ledger.lines[document][0]["customer"], reason]
    for row in ledger.deliveries:
        last = leaving.get(row["account"])
        if last and not row["delivered"] and row["promised"] > last.isoformat():
            yield ["", row["number"], row["account"], "leaver"]


def return_share(code, parts):
    """The share of an account's sales that comes back."""
    if code in parts["returner"]:
        return between(50, 120, "returns", code) / 1000
    return 0 if chance("never returns", code) < 0.35 else between(1, 20, "returns", code) / 1000


def credit(line, quantity):
    """Goods that come back bring their cost back with them."""
    cost = quantity * line["cost"] / line["quantity"]
    return {**line, "kind": "credit note", "quantity": -quantity, "amount": -quantity * line["price"], "cost": -cost}


def credits_of(ledger, document, parts):
    """The lines of an invoice that are credited: sent back whole by those who send back most, else in part."""
    found = []
    for line in ledger.lines[document]:
        code, number = line["customer"], line["line"]
        most = between(50, 90, "writes off", code) / 100
        if code in parts["sender"] and line["date"] >= ledger.year_start and chance("written off", number) < most:
            found.append(credit(line, line["quantity"]))
        elif chance("returned", number) < return_share(code, parts) / 0.6:
            part = between(20, 100, "part", number)
            found.append(credit(line, max(Decimal(1), line["quantity"] * part // 100)))
    return found


def returns(ledger, reasons, parts):
    """Credit notes, each for one invoice, 4 to 24 days after it, numbered by date; later ones are not booked yet."""
    notes = []
    for document in ledger.lines:
        lines = [] if document in reasons else credits_of(ledger, document, parts)
        if lines:
            day = working_day(lines[0]["date"] + timedelta(days=between(4, 24, "credited", document)), 1)
            notes.append((day, int(document), lines))
    notes = sorted((note for note in notes if note[0] <= ledger.end), key=lambda note: note[:2])
    for number, (day, _, lines) in enumerate(notes, 1):
        for position, line in enumerate(lines, 1):
            yield {**line, "document": f"R-{number:05}", "line": str(position), "date": day}


def return_row(line):
    return [
        line["document"], line["line"], line["kind"], line["date"], line["customer"], line["billTo"], line["product"],
        plain(line["quantity"]), line["unit"], plain(line["price"]), plain(line["amount"]), plain(line["cost"]),
        line["region"], line["salesPerson"]]


def main():
    ledger = Ledger()
    parts = cast(ledger)
    leaving, declining = last_days(ledger, parts["leaver"]), declines(ledger, parts["decliner"])
    reasons = dropped(ledger, leaving, declining)
    credited = list(returns(ledger, reasons, parts))
    habit = habits(ledger)
    paid = list(payments(ledger, reasons, habit))
    write("leavers.csv", ["account", "lastDay"], sorted(leaving.items(), key=lambda item: int(item[0])))
    write("decliners.csv", ["account", "from", "lostAtTheEnd"], [
        [code, *declining[code]] for code in sorted(declining, key=int)])
    write("dropped-invoices.csv", ["document", "order", "account", "reason"], dropped_rows(ledger, reasons, leaving))
    write_findings(set(reasons))
    write("returns.csv", [
        "document", "line", "kind", "date", "customer", "billTo", "product", "quantity", "unit", "price", "amount",
        "cost", "region", "salesPerson"], map(return_row, credited))
    write("payments-late.csv", ["number", "invoice", "account", "date", "amount"], [
        [number, invoice, account, day, plain(amount)] for number, invoice, account, day, amount in paid])
    write("assessments.csv", ["account", "criterion", "score", "evidence", "date", "assessor"],
          assessments(ledger, ledger.revenue(ledger.year_start, reasons)))
    print("reasons", Counter(reasons.values()), "habits", Counter(habit.values()))
    report(ledger, reasons, credited, paid)


if __name__ == "__main__":
    main()
