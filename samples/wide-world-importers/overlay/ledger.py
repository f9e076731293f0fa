"""The plain sample ledger as the overlay reads it, and the writing of its files."""

import csv
import gzip
import hashlib
import io
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).parent
SEED = "mainstay overlay 1"
PACK_FROM_BYTES = 200_000
HEAD_OFFICES = ("1", "401")


def chance(*key):
    """A number in [0, 1) that depends on nothing but the seed and the key, so that one rule never disturbs another."""
    digest = hashlib.sha256("|".join([SEED, *map(str, key)]).encode()).digest()
    return int.from_bytes(digest[:7]) / 2**56


def between(low, high, *key):
    """A whole number from low to high, both included."""
    return low + int(chance(*key) * (high - low + 1))


def plain(number):
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rows(name):
    packed = HERE.parent / f"{name}.csv.gz"
    stream = gzip.open(packed, "rt", encoding="utf-8", newline="") if packed.exists() else open(
        HERE.parent / f"{name}.csv", encoding="utf-8", newline="")
    with stream:
        yield from csv.DictReader(stream)


def write(name, header, content):
    """Writes a CSV file, packed from 200 KB on; packing carries no time stamp, so equal rows give equal bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(content)
    encoded = text.getvalue().encode("utf-8")
    plain_file, packed_file = HERE / name, HERE / f"{name}.gz"
    for old in (plain_file, packed_file):
        old.unlink(missing_ok=True)
    if len(encoded) <= PACK_FROM_BYTES:
        plain_file.write_bytes(encoded)
        return
    with open(packed_file, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(encoded)


def working_day(day, step):
    """The day itself, or the next one in the direction of step that is no Saturday or Sunday."""
    while day.weekday() > 4:
        day += timedelta(days=step)
    return day


class Ledger:
    """The plain files in memory: lines and receivables by invoice, orders by account."""

    def __init__(self):
        self.accounts = {row["code"]: row for row in rows("accounts")}
        self.lines = {}
        for row in rows("sales"):
            row["date"] = date.fromisoformat(row["date"])
            for money in ("quantity", "price", "amount", "cost"):
                row[money] = Decimal(row[money])
            self.lines.setdefault(row["document"], []).append(row)
        self.receivables = {row["number"]: row for row in rows("receivables")}
        self.deliveries = list(rows("deliveries"))
        self.end = max(lines[0]["date"] for lines in self.lines.values())
        self.year_start = self.end.replace(year=self.end.year - 1) + timedelta(days=1)
        self.orders = self._orders()

    def _orders(self):
        """Invoice -> order: the one of the same account, delivered on the same day with the same quantity."""
        waiting = {}
        for row in self.deliveries:
            if row["delivered"]:
                waiting.setdefault((row["account"], row["delivered"], int(row["quantityDelivered"])), []).append(row["number"])
        found = {}
        for document, lines in self.lines.items():
            quantity = int(sum(line["quantity"] for line in lines))
            found[document] = waiting[lines[0]["customer"], lines[0]["date"].isoformat(), quantity].pop(0)
        return found

    def first_days(self):
        first = {}
        for lines in self.lines.values():
            customer, day = lines[0]["customer"], lines[0]["date"]
            first[customer] = min(day, first.get(customer, day))
        return first

    def revenue(self, since, dropped=()):
        total = Counter()
        for document, lines in self.lines.items():
            if lines[0]["date"] >= since and document not in dropped:
                total[lines[0]["customer"]] += sum(line["amount"] for line in lines)
        return total
