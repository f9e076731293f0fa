"""What a right program finds in the sample with its overlay, for the last 12 months."""

from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal

from ledger import HERE


def costs_to_serve():
    lines = (HERE / "cost-to-serve.properties").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("=") for line in lines if line and not line.startswith("#"))
    return {key.strip(): Decimal(value.strip()) for key, value in pairs}


def days_of_credit(ledger, dropped, paid):
    """Amount x days each delivered account was given credit within the last 12 months."""
    until = defaultdict(list)
    for _, invoice, _, day, amount in paid:
        until[invoice].append((day, amount))
    total = Counter()
    for number, receivable in ledger.receivables.items():
        if number in dropped:
            continue
        issued, open_amount = date.fromisoformat(receivable["issued"]), Decimal(receivable["amount"])
        customer = ledger.lines[number][0]["customer"]
        for day, amount in [*until[number], (ledger.end, open_amount - sum(a for _, a in until[number]))]:
            total[customer] += amount * max(0, (day - max(issued, ledger.year_start)).days)
    return total


def profits(ledger, dropped, credited, paid, root):
    """(gross profit, profit after cost to serve) by account, or by root."""
    unit = costs_to_serve()
    gross, served = Counter(), Counter()
    for document, lines in ledger.lines.items():
        if document not in dropped and lines[0]["date"] >= ledger.year_start:
            code = root(lines[0]["customer"])
            gross[code] += sum(line["amount"] - line["cost"] for line in lines)
            served[code] += unit["perOrder"] + unit["perDelivery"] + unit["perLine"] * len(lines)
    for line in credited:
        if line["date"] >= ledger.year_start:
            gross[root(line["customer"])] += line["amount"] - line["cost"]
    for customer, days in days_of_credit(ledger, dropped, paid).items():
        if root(customer) in gross:
            served[root(customer)] += days * unit["capitalRate"] / 365
    return gross, {code: gross[code] - served[code] for code in gross}


def whale(name, profit):
    total, positive = sum(profit.values()), sum(value for value in profit.values() if value > 0)
    losing = sum(value < 0 for value in profit.values())
    print(f"{name}: {len(profit)} accounts, profit {total:,.2f}, unprofitable {losing} ({losing / len(profit):.1%}), "
          f"peak {positive / total:.1%}")


def returned(ledger, dropped, credited):
    sold = ledger.revenue(ledger.year_start, dropped)
    back = Counter()
    for line in credited:
        if line["date"] >= ledger.year_start:
            back[line["customer"]] -= line["amount"]
    share = [float(back[code] / sold[code]) for code in sold]
    steps = [(0, 0.0001, "none"), (0.0001, 0.02, "up to 2 %"), (0.02, 0.05, "2-5 %"), (0.05, 0.12, "5-12 %"), (0.12, 9, "more")]
    print(f"sold in 12 months {sum(sold.values()):,.2f} by {len(sold)} accounts, returned {sum(back.values()):,.2f} "
          f"({sum(back.values()) / sum(sold.values()):.2%}); accounts by returned share:",
          {text: sum(low <= value < high for value in share) for low, high, text in steps})
    print(f"over the whole period: sold {sum(ledger.revenue(date.min, dropped).values()):,.2f}, {len(credited)} credit lines "
          f"in {len({line['document'] for line in credited})} notes, {-sum(line['amount'] for line in credited):,.2f}")


def receivables(ledger, dropped, paid):
    settled, late, amounts = Counter(), Counter(), Counter()
    for _, invoice, account, day, amount in paid:
        settled[invoice] += amount
        due = date.fromisoformat(ledger.receivables[invoice]["due"])
        if day > ledger.year_start:
            amounts[account] += amount
            late[account] += amount if day > due else 0
    open_items, overdue, buckets = Counter(), Counter(), Counter()
    for number, row in ledger.receivables.items():
        rest = Decimal(row["amount"]) - settled[number]
        days = (ledger.end - date.fromisoformat(row["due"])).days
        if number not in dropped and rest:
            open_items[row["account"]] += rest
            overdue[row["account"]] += rest if days > 0 else 0
            if days > 0:
                buckets["1-30" if days <= 30 else "31-60" if days <= 60 else "61-90" if days <= 90 else "over 90"] += rest
    print(f"open {sum(open_items.values()):,.2f} of {len(open_items)} debtors, overdue {sum(overdue.values()):,.2f} "
          f"of {sum(value > 0 for value in overdue.values())};", {key: float(buckets[key]) for key in sorted(buckets)})
    limits = {code: Decimal(row["creditLimit"]) for code, row in ledger.accounts.items() if row["creditLimit"]}
    print("above their credit limit:", sum(open_items[code] > limit for code, limit in limits.items()), "of", len(limits))
    print(f"paid in time by amount, 12 months: {1 - sum(late.values()) / sum(amounts.values()):.1%}; head offices",
          [f"{code}: {1 - late[code] / amounts[code]:.1%}, overdue {overdue[code]:,.2f}" for code in ("1", "401")])
    print("largest overdue:", [(code, float(value)) for code, value in overdue.most_common(10)])


def report(ledger, dropped, credited, paid):
    def group(code):
        return ledger.accounts[code]["parent"] or code

    gross, net = profits(ledger, dropped, credited, paid, lambda code: code)
    whale("after returns", gross)
    whale("after cost to serve", net)
    gross, net = profits(ledger, dropped, credited, paid, group)
    whale("groups after returns", gross)
    whale("groups after cost to serve", net)
    returned(ledger, dropped, credited)
    receivables(ledger, dropped, paid)
