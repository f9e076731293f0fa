package mainstay.guards.walk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is asked of pages besides: other forms of files, other lists, other orders. By route.
final class Questions {

    /// What is looked for, and of what it would tell.
    static final Map<String, Told> SOUGHT = Map.ofEntries(
            Map.entry("baitman", Told.PERSON),
            Map.entry("55501234", Told.PHONE),
            Map.entry("baitmail", Told.MAIL),
            sought(Told.FACT_OF_BUSINESS),
            sought(Told.FACT_IN_FULL),
            sought(Told.FACT_LENT),
            sought(Told.PAPER_OF_BUSINESS),
            sought(Told.PAPER_IN_FULL),
            sought(Told.NEED),
            sought(Told.PERSONAL));

    /// Stands nowhere.
    static final String NOWHERE = "zzhhkkww";

    /// Where words are looked for.
    static final List<String> SEARCHES = List.of(
            "/search?q=",
            "/search/results?q=",
            "/api/v1/search?q=",
            "/people?q=",
            "/api/v1/people?q=",
            "/accounts?q=",
            "/accounts/totals?q=",
            "/api/v1/accounts?q=",
            "/activities/names?q=");

    private static final Map<String, List<String>> BY_ROUTE = Map.ofEntries(
            Map.entry("/accounts", List.of("?sort=-revenue&columns=revenue,stars,creditLimit", "?status=all")),
            Map.entry("/accounts/export", List.of("?format=csv", "?format=xlsx")),
            Map.entry("/api/v1/accounts", List.of("?sort=-revenue", "?sort=creditLimit")),
            Map.entry("/archive/export", List.of("?format=csv", "?format=xlsx", "?format=csv&account=HX1")),
            Map.entry("/activities/export", List.of("?form=csv", "?form=ics")),
            Map.entry("/activities", List.of("?account=HX1", "?kind=coordination")),
            Map.entry("/accounts/{code}/prices", List.of("?on=2026-12-01")),
            Map.entry("/api/v1/accounts/{code}/prices", List.of("?product=TEA")),
            Map.entry("/accounts/{code}/archive", List.of("?asOf=2026-11-10")),
            Map.entry("/api/v1/accounts/{code}/facts", List.of("?asOf=2026-11-16")),
            Map.entry("/accounts/{code}/documents/{id:\\d+}/{n:\\d+}", List.of("?show=true")),
            Map.entry("/approvals", List.of("?list=mine", "?list=pending", "?list=ended")),
            Map.entry("/api/v1/approvals", List.of("?list=mine", "?list=pending", "?list=ended")),
            Map.entry("/archive/loans", List.of("?list=others")),
            Map.entry("/people/gifts", List.of("?year=2026&account=HX1")),
            Map.entry("/people/gifts.csv", List.of("?year=2026")),
            Map.entry("/archive/looks", List.of("?account=HX1")),
            Map.entry("/activities/new", List.of("?account=HX1")),
            Map.entry("/archive/loans/new", List.of("?account=HX1")),
            Map.entry("/receivables/export", List.of("?format=xlsx")),
            Map.entry("/rebates/export", List.of("?format=xlsx")));

    private Questions() {}

    private static Map.Entry<String, Told> sought(Told told) {
        return Map.entry(told.bait(), told);
    }

    /// The first asks nothing.
    static List<String> of(String route) {
        return Stream.concat(Stream.of(""), BY_ROUTE.getOrDefault(route, List.of()).stream())
                .toList();
    }

    static boolean areOf(List<String> routes) {
        return routes.containsAll(BY_ROUTE.keySet());
    }
}
