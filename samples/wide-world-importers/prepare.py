"""Turns the public tables of "Wide World Importers" into files in Mainstay's own import format.

    python3 prepare.py DIRECTORY_WITH_THE_TABLES [OUTPUT_DIRECTORY]

The directory holds the tables as CSV (`csv/Sales.Customers.csv`, `csv/Sales.InvoiceLines.csv.gz`, ...) and
`derived/invoice_order_map.csv`, which gives each invoice its order, customers, date and sales person. Where the tables
come from and every change made here stands in NOTICE.md. Python's standard library is all it needs; the same tables give
the same files. It ends with a check of the totals and fails when one of them is off.
"""

import csv
import gzip
import io
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

PACK_FROM_BYTES = 200_000
INVOICE, PAYMENT = "1", "3"

EXPECTED = {
    "invoices": 70510,
    "invoice lines": 228265,
    "delivered customers": 663,
    "billed customers": 263,
    "first day": "2013-01-01",
    "last day": "2016-05-31",
    "revenue without tax": Decimal("172261341.20"),
    "profit": Decimal("85729180.90"),
    "lines with a loss": 4626,
    "payments": 26637,
    "invoiced with tax": Decimal("198043439.45"),
    "paid": Decimal("197776428.01"),
    "outstanding": Decimal("267011.44"),
    "accounts with a credit limit": 261,
    "credit limits": Decimal("682476"),
    "orders": 73595,
    "orders never delivered": 3085,
    "delivered after the promised day": 3286,
}


class Tables:
    """The tables as published, read row by row."""

    def __init__(self, directory):
        self.directory = Path(directory)

    def rows(self, name):
        folder = "derived" if name == "invoice_order_map" else "csv"
        path = self.directory / folder / f"{name}.csv"
        packed = path.with_name(path.name + ".gz")
        stream = gzip.open(packed, "rt", encoding="utf-8", newline="") if packed.exists() else open(
            path, encoding="utf-8", newline="")
        with stream:
            yield from csv.DictReader(stream)

    def names(self, name, key, value):
        return {row[key]: row[value].strip() for row in self.rows(name)}


def code(text):
    """Codes that were published as 17.0 are 17."""
    return text.removesuffix(".0")


def day(text):
    return text[:10]


def plain(number):
    """A decimal number without exponent and without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def write(directory, name, header, rows):
    """Writes a CSV file, packed from 200 KB on; packing carries no time stamp, so equal rows give equal bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    content = text.getvalue().encode("utf-8")
    plain_file, packed_file = directory / name, directory / (name + ".gz")
    for old in (plain_file, packed_file):
        old.unlink(missing_ok=True)
    if len(content) <= PACK_FROM_BYTES:
        plain_file.write_bytes(content)
        return
    with open(packed_file, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(content)


def territories(tables):
    """Customer -> sales territory of the state its delivery city lies in."""
    of_state = tables.names("Application.StateProvinces", "StateProvinceID", "SalesTerritory")
    of_city = {row["CityID"]: of_state[row["StateProvinceID"]] for row in tables.rows("Application.Cities")}
    return {row["CustomerID"]: of_city[row["DeliveryCityID"]] for row in tables.rows("Sales.Customers")}


def invoice_heads(tables):
    return {code(row["InvoiceID"]): row for row in tables.rows("invoice_order_map")}


def managers(heads):
    """Customer -> the sales person of most of its invoices, the lower number where two have as many."""
    invoices = defaultdict(Counter)
    for head in heads.values():
        invoices[head["CustomerID"]][head["SalespersonPersonID"]] += 1
    return {
        customer: min(counts, key=lambda person: (-counts[person], int(person))) for customer, counts in invoices.items()}


def account_rows(tables, heads, territory):
    category = tables.names("Sales.CustomerCategories", "CustomerCategoryID", "CustomerCategoryName")
    person = tables.names("Application.People", "PersonID", "FullName")
    manager = managers(heads)
    for row in tables.rows("Sales.Customers"):
        customer, billed = row["CustomerID"], row["BillToCustomerID"]
        limit = plain(Decimal(row["CreditLimit"])) if row["CreditLimit"] else ""
        yield [
            customer, row["CustomerName"], "" if billed == customer else billed, "", category[row["CustomerCategoryID"]],
            territory[customer], manager[customer], person[manager[customer]], limit, row["PaymentDays"],
            day(row["AccountOpenedDate"])]


def sales_rows(tables, heads, territory):
    unit = tables.names("Warehouse.PackageTypes", "PackageTypeID", "PackageTypeName")
    for row in tables.rows("Sales.InvoiceLines"):
        head = heads[row["InvoiceID"]]
        amount = Decimal(row["ExtendedPrice"]) - Decimal(row["TaxAmount"])
        yield [
            row["InvoiceID"], row["InvoiceLineID"], "invoice", head["InvoiceDate"], head["CustomerID"],
            head["BillToCustomerID"], row["StockItemID"], row["Quantity"], unit[row["PackageTypeID"]],
            plain(Decimal(row["UnitPrice"])), plain(amount), plain(amount - Decimal(row["LineProfit"])),
            territory[head["CustomerID"]], head["SalespersonPersonID"]]


def primary_groups(tables):
    """Article -> the smallest of its stock groups (fewest articles, then lower number): USB Novelties, not Novelty Items."""
    groups = defaultdict(list)
    for row in tables.rows("Warehouse.StockItemStockGroups"):
        groups[row["StockItemID"]].append(row["StockGroupID"])
    size = Counter(group for several in groups.values() for group in several)
    return {item: min(several, key=lambda group: (size[group], int(group))) for item, several in groups.items()}


def product_rows(tables):
    name = tables.names("Warehouse.StockGroups", "StockGroupID", "StockGroupName")
    unit = tables.names("Warehouse.PackageTypes", "PackageTypeID", "PackageTypeName")
    cost = tables.names("Warehouse.StockItemHoldings", "StockItemID", "LastCostPrice")
    group = primary_groups(tables)
    for row in tables.rows("Warehouse.StockItems"):
        item = row["StockItemID"]
        yield [item, row["StockItemName"], name[group[item]], plain(Decimal(cost[item])), unit[row["UnitPackageID"]]]


def receivable_rows(tables):
    days = tables.names("Sales.Customers", "CustomerID", "PaymentDays")
    for row in tables.rows("Sales.CustomerTransactions"):
        if row["TransactionTypeID"] == INVOICE:
            issued = day(row["TransactionDate"])
            due = date.fromisoformat(issued) + timedelta(days=int(days[row["CustomerID"]]))
            yield [
                code(row["InvoiceID"]), row["CustomerID"], issued, due.isoformat(),
                plain(Decimal(row["TransactionAmount"]))]


def payment_rows(tables):
    for row in tables.rows("Sales.CustomerTransactions"):
        if row["TransactionTypeID"] == PAYMENT:
            yield [
                row["CustomerTransactionID"], row["CustomerID"], day(row["TransactionDate"]),
                plain(-Decimal(row["TransactionAmount"]))]


def delivery_rows(tables, heads):
    delivered = {head["OrderID"]: head["InvoiceDate"] for head in heads.values()}
    ordered, picked = Counter(), Counter()
    for row in tables.rows("Sales.OrderLines"):
        ordered[row["OrderID"]] += int(row["Quantity"])
        picked[row["OrderID"]] += int(row["PickedQuantity"])
    for row in tables.rows("Sales.Orders"):
        order, expected = row["OrderID"], day(row["ExpectedDeliveryDate"])
        yield [
            order, row["CustomerID"], "", expected, expected, delivered.get(order, ""), ordered[order], picked[order]]


def territory_rows(territory):
    yield ["United States", "", "United States"]
    for name in sorted(set(territory.values())):
        yield [name, "United States", name]


def totals(accounts, sales, receivables, payments, deliveries):
    amounts = [Decimal(row[10]) for row in sales]
    profits = [Decimal(row[10]) - Decimal(row[11]) for row in sales]
    invoiced, paid = sum(Decimal(row[4]) for row in receivables), sum(Decimal(row[3]) for row in payments)
    return {
        "invoices": len({row[0] for row in sales}),
        "invoice lines": len(sales),
        "delivered customers": len({row[4] for row in sales}),
        "billed customers": len({row[5] for row in sales}),
        "first day": min(row[3] for row in sales),
        "last day": max(row[3] for row in sales),
        "revenue without tax": sum(amounts),
        "profit": sum(profits),
        "lines with a loss": sum(profit < 0 for profit in profits),
        "payments": len(payments),
        "invoiced with tax": invoiced,
        "paid": paid,
        "outstanding": invoiced - paid,
        "accounts with a credit limit": sum(row[8] != "" for row in accounts),
        "credit limits": sum(Decimal(row[8] or 0) for row in accounts),
        "orders": len(deliveries),
        "orders never delivered": sum(row[5] == "" for row in deliveries),
        "delivered after the promised day": sum(row[5] > row[4] for row in deliveries),
    }


def check(found):
    off = [name for name, value in EXPECTED.items() if found[name] != value]
    for name, value in found.items():
        print(f"{'OFF' if name in off else 'ok ':3} {name:34} {value}")
    if off:
        sys.exit(f"These totals are off: {', '.join(off)}")


def main(source, target):
    tables, directory = Tables(source), Path(target)
    heads, territory = invoice_heads(tables), territories(tables)
    accounts = list(account_rows(tables, heads, territory))
    sales = list(sales_rows(tables, heads, territory))
    receivables, payments = list(receivable_rows(tables)), list(payment_rows(tables))
    deliveries = list(delivery_rows(tables, heads))
    write(directory, "accounts.csv", [
        "code", "name", "parent", "holding", "category", "region", "manager", "managerName", "creditLimit",
        "paymentTerm", "openedOn"], accounts)
    write(directory, "sales.csv", [
        "document", "line", "kind", "date", "customer", "billTo", "product", "quantity", "unit", "price", "amount",
        "cost", "region", "salesPerson"], sales)
    write(directory, "products.csv", ["code", "name", "category", "standardCost", "unit"], product_rows(tables))
    write(directory, "receivables.csv", ["number", "account", "issued", "due", "amount"], receivables)
    write(directory, "payments.csv", ["number", "account", "date", "amount"], payments)
    write(directory, "deliveries.csv", [
        "number", "account", "product", "requested", "promised", "delivered", "quantityOrdered",
        "quantityDelivered"], deliveries)
    write(directory, "territories.csv", ["region", "parent", "name"], territory_rows(territory))
    check(totals(accounts, sales, receivables, payments, deliveries))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else Path(__file__).parent)
