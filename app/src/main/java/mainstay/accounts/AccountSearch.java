package mainstay.accounts;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mainstay.accounts.AccountFinder.Elsewhere;
import mainstay.accounts.FoundFigures.Weight;
import mainstay.accounts.search.Likeness;
import mainstay.accounts.search.Likeness.Called;
import mainstay.accounts.search.Likeness.Reason;
import mainstay.accounts.search.Wanted;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds accounts by what somebody types, the closest first.
/// Only where nothing answers, it looks less strictly.
@Service
@Transactional(readOnly = true)
class AccountSearch {

    private static final int CANDIDATES_FOR_EACH = 3;

    /// What is spelt wrong is like many, and the largest of them is to be among those looked at.
    private static final int MISSPELT = 500;

    private final AccountFinder finder;
    private final SearchEntries entries;
    private final SearchUpkeep upkeep;
    private final FoundFigures figures;

    AccountSearch(AccountFinder finder, SearchEntries entries, SearchUpkeep upkeep, FoundFigures figures) {
        this.figures = figures;
        this.finder = finder;
        this.entries = entries;
        this.upkeep = upkeep;
    }

    List<FoundAccount> find(String typed, int most) {
        Wanted wanted = Wanted.of(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        makeReady();
        List<FoundAccount> found = explained(wanted, candidates(wanted, most * CANDIDATES_FOR_EACH));
        Map<Long, Weight> weights = found.size() < 2
                ? Map.of()
                : figures.weights(found.stream().map(FoundAccount::id).toList());
        return found.stream().sorted(closest(weights)).limit(most).toList();
    }

    /// Among those that answer alike the largest first, and so the head office before its branches.
    private static Comparator<FoundAccount> closest(Map<Long, Weight> weights) {
        Comparator<FoundAccount> byReason =
                Comparator.comparing(account -> likeness(account).reason());
        return Comparator.comparing(FoundAccount::closed)
                .thenComparing(byReason)
                .thenComparing(account -> weights.getOrDefault(account.id(), Weight.NONE), Comparator.reverseOrder())
                .thenComparing(AccountSearch::likeness);
    }

    private static Likeness likeness(FoundAccount account) {
        return Objects.requireNonNull(account.likeness());
    }

    /// Names of before by which accounts were found, where nothing that they are called now explains it.
    Map<Long, String> formerNames(String typed, List<Long> found) {
        Wanted wanted = Wanted.of(typed);
        if (wanted.isEmpty() || found.isEmpty()) {
            return Map.of();
        }
        Map<Long, String> names = new HashMap<>();
        explained(wanted, found).forEach(account -> {
            Likeness likeness = account.likeness();
            if (likeness != null && likeness.reason() == Reason.FORMER_NAME) {
                names.put(account.id(), likeness.shown());
            }
        });
        return names;
    }

    /// Whoever looks for what was imported a moment ago finds it.
    void makeReady() {
        if (entries.areDue()) {
            upkeep.catchUp();
        }
    }

    private Set<Long> candidates(Wanted wanted, int most) {
        Set<Long> ids = new LinkedHashSet<>(finder.ids(wanted.strict(), most));
        if (ids.isEmpty()) {
            ids.addAll(finder.ids(wanted.loose(), most));
        }
        if (ids.isEmpty() && !wanted.spelt().isEmpty()) {
            ids.addAll(finder.ids(List.of(finder.respelt(wanted)), MISSPELT));
        }
        return ids;
    }

    private List<FoundAccount> explained(Wanted wanted, Collection<Long> ids) {
        List<FoundAccount> found = finder.accounts(ids).stream()
                .map(account -> account.because(Likeness.of(wanted, called(account, List.of(), List.of()))))
                .toList();
        List<Long> puzzling = found.stream()
                .filter(AccountSearch::isPuzzling)
                .map(FoundAccount::id)
                .toList();
        Map<Long, Elsewhere> elsewhere = puzzling.isEmpty() ? Map.of() : finder.elsewhere(puzzling);
        return found.stream()
                .map(account -> {
                    Elsewhere known = elsewhere.get(account.id());
                    return known == null
                            ? account
                            : account.because(Likeness.of(wanted, called(account, known.codes(), known.names())));
                })
                .toList();
    }

    private static boolean isPuzzling(FoundAccount account) {
        Likeness likeness = account.likeness();
        return likeness != null && likeness.reason() == Reason.ALIKE;
    }

    private static Called called(FoundAccount account, List<String> codes, List<String> names) {
        return new Called(account.code(), account.name(), codes, names);
    }
}
