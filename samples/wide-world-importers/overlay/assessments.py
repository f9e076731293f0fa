"""Invented assessments, on the scale 1 to 5, of the head offices and the largest accounts of each territory."""

from datetime import timedelta

from ledger import HEAD_OFFICES, between, chance, working_day

PER_TERRITORY = 5
WORDS = {
    "capital": ["lives from hand to mouth", "thin reserves", "sound, little to spare", "well funded", "could pay a year ahead"],
    "relations": ["nobody knows them", "few ties in town", "known in the trade", "well connected", "everybody's first call"],
    "logistics": ["no storage of its own", "storage too small", "storage fits the season", "own vans and racks", "own depot, daily runs"],
    "people": ["owner alone", "staff changes often", "steady small team", "trained team", "trains other shops' staff"],
    "management": ["no figures kept", "figures once a year", "monthly figures", "plans and checks", "plans with us by article"],
    "philosophy": ["buys by price alone", "wary of new ideas", "listens to reasons", "shares our ideas", "tries new methods first"],
    "initiative": ["waits for visits", "acts when pushed", "asks for offers", "brings proposals", "opens new outlets by itself"],
}


def chosen(ledger, revenue):
    """The head offices, then the accounts with the largest sales of each territory."""
    found, seen = list(HEAD_OFFICES), {}
    for code, _ in sorted(revenue.items(), key=lambda item: (-item[1], int(item[0]))):
        region = ledger.accounts[code]["region"]
        if code not in HEAD_OFFICES and seen.get(region, 0) < PER_TERRITORY:
            seen[region] = seen.get(region, 0) + 1
            found.append(code)
    return found


def score(code, criterion):
    """Mostly 3 and 4; head offices never below 3, and three in ten accounts lean down."""
    value = 2 + int(chance("score", code, criterion) * 3.6)
    if code in HEAD_OFFICES:
        return max(3, value)
    return max(1, value - (1 if chance("leans down", code) < 0.3 else 0))


def assessments(ledger, revenue):
    """One row per account and criterion; a fifth of the criteria stay open, philosophy and those of head offices never."""
    for code in chosen(ledger, revenue):
        day = working_day(ledger.end - timedelta(days=between(20, 280, "visit", code)), -1)
        for criterion, words in WORDS.items():
            always = criterion == "philosophy" or code in HEAD_OFFICES
            if always or chance("assessed", code, criterion) >= 0.2:
                value = score(code, criterion)
                yield [
                    code, criterion, value, f"Invented: {words[value - 1]}", day, ledger.accounts[code]["managerName"]]
