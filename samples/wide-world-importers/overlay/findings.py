"""Invented grounds for findings: territories, goods that went elsewhere, floor prices, a dealer's sell-out reports."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from ledger import chance, plain, rows, write

FROM = date(2015, 7, 1)
AUTHORISED = 40
ROAMERS = {0: Decimal("0.14"), 3: Decimal("0.12"), 7: Decimal("0.07"), 12: Decimal("0.03")}
NEIGHBOUR = {
    "Far West": "Southwest", "Great Lakes": "Plains", "Mideast": "New England", "New England": "Mideast",
    "Plains": "Great Lakes", "Rocky Mountain": "Far West", "Southeast": "Mideast", "Southwest": "Rocky Mountain",
    "External": "Southeast",
}
HOARDER = 5
SOLD_ON = Decimal("0.35")


def write_findings(dropped):
    """Writes the four files; dropped holds the documents that are left out of the sales."""
    accounts = {row["code"]: row for row in rows("accounts")}
    heads = {row["parent"] for row in accounts.values() if row["parent"]}
    sold, documents, bought = defaultdict(Decimal), defaultdict(lambda: defaultdict(Decimal)), defaultdict(Decimal)
    for line in rows("sales"):
        day = date.fromisoformat(line["date"])
        account = line["customer"]
        if day < FROM or line["document"] in dropped or accounts[account]["parent"] or account in heads:
            continue
        sold[account] += Decimal(line["amount"])
        documents[account][line["document"]] += Decimal(line["amount"])
        bought[account, line["product"], day.replace(day=15)] += Decimal(line["quantity"])
    largest = sorted(sold, key=lambda account: (-sold[account], int(account)))[:AUTHORISED]

    write("territory-accounts.csv", ["region", "customer"],
          [[accounts[account]["region"], account] for account in largest])
    elsewhere = []
    for place, share in ROAMERS.items():
        account, gone = largest[place], Decimal(0)
        for document in sorted(documents[account], key=lambda number: chance("elsewhere", number)):
            if gone < share * sold[account]:
                gone += documents[account][document]
                elsewhere.append([document, account, NEIGHBOUR[accounts[account]["region"]]])
    write("shipped-elsewhere.csv", ["document", "account", "region"], sorted(elsewhere, key=lambda row: int(row[0])))

    hoarder = largest[HOARDER]
    write("sell-out.csv", ["customer", "product", "month", "quantity", "stock"],
          [[hoarder, product, month, plain(Decimal(int(quantity * SOLD_ON))), 0]
           for (account, product, month), quantity in sorted(bought.items(), key=lambda one: (one[0][2], int(one[0][1])))
           if account == hoarder])

    floors = {code: "180" if code in ("8", "15") else "20" for code in map(str, range(1, 16)) if code != "3"}
    write("floor-prices.csv", ["code", "name", "category", "standardCost", "unit", "floorPrice"],
          [[row["code"], row["name"], row["category"], row["standardCost"], row["unit"], floors[row["code"]]]
           for row in rows("products") if row["code"] in floors])
    print(f"findings: {len(largest)} accounts with a territory, {len(elsewhere)} invoices that went elsewhere, "
          f"{hoarder} sells on {SOLD_ON:%} of what it buys, {len(floors)} floor prices")


if __name__ == "__main__":
    import csv
    from pathlib import Path

    with open(Path(__file__).parent / "dropped-invoices.csv", encoding="utf-8") as file:
        write_findings({row["document"] for row in csv.DictReader(file) if row["document"]})
